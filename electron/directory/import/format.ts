import type { DirectoryFormat } from '../../contract/directory';

const byExtension: Readonly<Record<string, DirectoryFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  txt: 'csv',
  vcf: 'vcard',
  vcard: 'vcard',
  json: 'json',
};

/**
 * What kind of file a text is: by what it begins with, else by the extension of its name. Null for
 * neither. A text without a known extension is taken for a table, unless it is markup.
 */
export function formatOf(name: string, text: string): DirectoryFormat | null {
  const start = text.slice(0, 2000).trimStart();
  if (/^BEGIN:VCARD\s/i.test(start)) return 'vcard';
  if (/^(?:\[\s*[\]{]|\{\s*["}])/.test(start)) return 'json';
  if (/^<[!?a-z]/i.test(start)) return null;
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return byExtension[extension] ?? 'csv';
}
