/**
 * What must never stand in a log, by its shape: Auth IDs, Authorization headers, tokens and phone
 * numbers. Redaction happens at the sink, so that no caller can forget it.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  [/\b(Basic|Bearer)\s+[A-Za-z0-9+/=._~-]+/gi, '$1 [redacted]'],
  [
    /("?(?:authorization|auth_?token|token|password)"?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;}]+(?:\s\[redacted\])?)/gi,
    '$1[redacted]',
  ],
  [/\b(?:MA|SA)[A-Z0-9]{18}\b/g, '[auth id]'],
  // A token has no fixed form; forty characters in a row of these is its shape in every example.
  [/\b[A-Za-z0-9]{38,64}\b/g, '[redacted]'],
  [/(\/members\/)[^\s/?"']+/g, '$1[number]'],
  [/\bsips?:[^\s"'<>,;]+/gi, '[sip address]'],
  [/(?<![\w.:-])\+?\(?\d(?:[ ().-]{0,2}\d){6,14}(?![\w:-])/g, '[number]'],
];

/** The text without secrets and without phone numbers. */
export function redact(text: string): string {
  return rules.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
}
