/**
 * Hashes of the style rules that the accessible widgets inject at run time, computed from the
 * installed package when Baton is built (vite.config.ts).
 */
declare const __INJECTED_STYLE_HASHES__: readonly string[];

/** The policy of every page: our own scripts, styles and images, and nothing that talks. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${__INJECTED_STYLE_HASHES__.map((hash) => `'${hash}'`).join(' ')}`.trim(),
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
