import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import addLinks from '../../../build/package/msi-links.mjs';
import { withFolder } from '../../support/own-folder';

const builder = dirname(
  createRequire(import.meta.url).resolve('app-builder-lib/package.json', {
    paths: [createRequire(import.meta.url).resolve('electron-builder')],
  }),
);
/** What electron-builder makes the project of, its own marks taken out. */
const template = readFileSync(join(builder, 'templates/msi/template.xml'), 'utf8')
  .replaceAll(/\{\{.*?\}\}/g, '')
  .replaceAll(/\$\{\w+\}/g, 'x')
  .replace('<ComponentGroup Id', '<!-- Id="mainExecutable" --><ComponentGroup Id');

/** The registry values of a WiX source: key, name and value. */
function registryValues(source: string): string[][] {
  return [
    ...source.matchAll(/<RegistryKey Root="HKLM" Key="([^"]+)">(.*?)<\/RegistryKey>/gs),
  ].flatMap(([, key = '', values = '']) =>
    [
      ...values.matchAll(
        /<RegistryValue Type="string"(?: Name="([^"]*)")? Value="([^"]*)"(?: KeyPath="yes")?\/>/g,
      ),
    ].map(([, name = '', value = '']) => [key, name, value.replaceAll('&quot;', '"')]),
  );
}

describe('the project of the MSI', () => {
  it('registers baton: links for the computer, among the components of the program', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'project.wxs');
      await writeFile(file, template);
      addLinks(file);
      const text = await readFile(file, 'utf8');
      const [added = ''] = /<Component>\s*<RegistryKey.*?<\/Component>/s.exec(text) ?? [];
      expect(text.replace(/\s*<Component>\s*<RegistryKey.*?<\/Component>\s*/s, '')).toBe(
        template.replace(/\s*(?=<\/ComponentGroup>)/, ''),
      );
      expect(text.slice(text.indexOf(added) + added.length).trimStart()).toMatch(
        /^<\/ComponentGroup>/,
      );
      expect(added.match(/KeyPath="yes"/g)).toHaveLength(1);
      expect(registryValues(added)).toEqual([
        [String.raw`Software\Classes\baton`, '', 'URL:Baton transfer'],
        [String.raw`Software\Classes\baton`, 'URL Protocol', ''],
        [String.raw`Software\Classes\baton\DefaultIcon`, '', '[#mainExecutable],0'],
        [String.raw`Software\Classes\baton\shell\open\command`, '', '"[#mainExecutable]" "%1"'],
      ]);
    });
  });

  it('is not packaged where its form is another', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'project.wxs');
      await writeFile(file, '<Wix/>');
      expect(() => {
        addLinks(file);
      }).toThrow('another form');
    });
  });
});
