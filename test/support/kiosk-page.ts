import type { Page } from '@playwright/test';

/** The destinations of the design's picture. */
export const ward = [
  { name: 'Front desk', address: '+14155550134', note: 'Reception' },
  { name: 'Duty nurse', address: '+14155550161', note: 'Ward 3' },
  { name: 'Pharmacy', address: '+14155550162', note: 'Team' },
  { name: 'Billing and insurance claims', address: '+14155550163', note: 'Back office' },
  { name: 'Maria Alvarez', address: '+14155550164', note: 'On call manager' },
  { name: 'Out of hours', address: 'sip:night@example.com', note: 'Answering service' },
];
/** As many as there are tiles, with a long name and a role among them. */
export const nine = [
  ...ward,
  { name: 'Donaudampfschifffahrtsgesellschaft '.repeat(4), address: '+14155550165' },
  { name: 'Porter', address: '+14155550166', note: 'Gate 2', role: 'customer' },
  { name: 'Night watch', address: '+14155550167' },
];

/** The head of what the kiosk shows. */
export const headingOf = (page: Page) => page.getByRole('heading', { level: 1 });

/** A tile, or another button, by its whole name. */
export const buttonOf = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
