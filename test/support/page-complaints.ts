import type { Page } from '@playwright/test';
import { z } from 'zod';

import type { Baton } from './baton';
import { addPreload } from './second-preload';

const violationsSchema = z.array(z.string());

// A preload script is there before a page's first script; Playwright's own may come too late.
const preload = `
const { contextBridge } = require('electron');
const violations = [];
window.addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
  violations.push(effectiveDirective + ' ' + blockedURI + ' at ' + sourceFile + ':' + lineNumber);
});
contextBridge.exposeInMainWorld('violations', () => violations);
`;

/** What a page complains of: breaches of its policy, errors, and warnings of the console. */
export type ComplaintsOf = (page: Page) => Promise<string[]>;

/** Looks at every page that loads from now on. `folder` keeps a script for that. */
export async function followComplaints(baton: Baton, folder: string): Promise<ComplaintsOf> {
  const context = baton.app.context();
  const printed = new Map<Page, string[]>();
  const follow = (page: Page) => {
    const texts: string[] = [];
    printed.set(page, texts);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) texts.push(message.text());
    });
    page.on('pageerror', (error) => texts.push(String(error)));
  };
  for (const page of context.pages()) follow(page);
  context.on('page', follow);
  await addPreload(baton, folder, preload);
  return async (page) => [
    ...violationsSchema.parse(await page.evaluate('window.violations()')),
    ...(printed.get(page) ?? []),
  ];
}
