import { createHash } from 'node:crypto';

import { directionOf, type Language } from '../../contract/languages';
import type { StillPage } from '../scheme';
import { t } from '../texts';

const style = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center;
  font: 1.5rem/1.5 system-ui, sans-serif; background: #f4f6f7; color: #10202a; }
main { max-width: 34em; padding: 2rem; }
h1 { font-size: 1.4em; line-height: 1.25; margin: 0 0 1rem; }
p { margin: 0 0 0.75rem; }
@media (prefers-color-scheme: dark) { body { background: #10171b; color: #e8eef1; } }
`;

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * What a kiosk shows while its page cannot be kept running: text, and nothing that could break as
 * the page did. Main makes it, in the language that it speaks.
 */
export function stillPage(language: Language): StillPage {
  const text = (key: 'title' | 'call' | 'todo' | 'retry') => escaped(t(`kiosk.still.${key}`));
  const html = `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><title>Baton</title><style>${style}</style></head>
<body><main role="alert">
<h1>${text('title')}</h1>
<p>${text('call')}</p>
<p>${text('todo')}</p>
<p>${text('retry')}</p>
</main></body>
</html>
`;
  return { html, policy };
}
