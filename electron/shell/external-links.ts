import type { ExternalLink } from '../contract/manager';

/** The only pages outside that Baton opens, in the person's own browser. */
export const externalAddresses: Readonly<Record<ExternalLink, string>> = {
  'plivo-console': 'https://console.plivo.com/dashboard/',
  'plivo-phlo-docs': 'https://www.plivo.com/docs/phlo/',
};
