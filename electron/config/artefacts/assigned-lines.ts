/** Longest line that is looked at: none that assigns one of these values is longer. */
const longestLine = 600;

const name =
  '["\']?((?:\\w*plivo[_-]?)?(?:auth[_ -]?id|auth[_ -]?token|phlo[_ -]?id|node[_ -]?id|trigger[_ -]?source))["\']?';
/** An identifier of a program has no digit as a rule; the ids, tokens and numbers have. */
const value = '["\']?((?=[^\\s\\d]*\\d)[^\\s"\'`#;,(){}[\\]$<>]{4,300})["\']?';
const ends = '\\s*(?:#.*)?$';

/** NAME=value of a shell, a service or an image; `name: value` of YAML and of plain notes; setx. */
const forms: readonly RegExp[] = [
  new RegExp(
    `^\\s*(?:-\\s+)?(?:(?:export|set|env|arg)\\s+|environment=|\\$env:)?["']?${name}(?:=|\\s*:\\s+)${value}${ends}`,
    'i',
  ),
  new RegExp(`^\\s*setx\\s+${name}\\s+${value}(?:\\s+/m)?${ends}`, 'i'),
];

/** Values that have a line of their own, without the quotes that a program would need. */
export function assignedLines(text: string): [name: string, value: string][] {
  return text.split(/\r?\n/).flatMap((line): [name: string, value: string][] => {
    if (line.length > longestLine) return [];
    const [, named, given] = forms.map((form) => form.exec(line)).find(Boolean) ?? [];
    return named === undefined || given === undefined ? [] : [[named, given]];
  });
}
