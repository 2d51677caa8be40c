/** Longest text of Plivo's that is shown, in UTF-16 units. */
const maxLength = 300;
/** As much of a page as is looked at: the reason stands at its beginning, or nowhere. */
const maxLookedAt = 8_192;

// Control characters, and those that turn or hide the text around them.
// oxlint-disable-next-line no-control-regex -- removing them is the purpose
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

function tidy(text: string): string | null {
  const plain = text.replace(unprintable, ' ').replace(/\s+/g, ' ').trim();
  if (plain === '') return null;
  // A cut must not leave half of a surrogate pair.
  return plain.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '');
}

function stripTags(page: string): string {
  return page
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities[entity] ?? entity);
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text in one place: a string, a number, a list's first entry, an object's message or error. */
function textIn(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return tidy(value);
  if (typeof value === 'number') return String(value);
  if (depth > 3) return null;
  if (Array.isArray(value)) return textIn(value[0], depth + 1);
  if (!isFields(value)) return null;
  return textIn(value['message'], depth + 1) ?? textIn(value['error'], depth + 1);
}

/** Entries of `errors` may hang under a field's name: {"to": ["is invalid"]}. */
function textInErrors(errors: unknown): string | null {
  const direct = textIn(errors);
  if (direct !== null || !isFields(errors)) return direct;
  for (const [field, value] of Object.entries(errors).slice(0, 10)) {
    const text = textIn(value);
    if (text !== null) return tidy(`${field}: ${text}`);
  }
  return null;
}

function textInJson(value: unknown): string | null {
  if (!isFields(value)) return textIn(value);
  const inner = isFields(value['data']) ? value['data'] : {};
  return (
    textIn(value['error']) ??
    textIn(value['message']) ??
    textIn(inner['error']) ??
    textIn(inner['message']) ??
    textInErrors(value['errors'])
  );
}

/**
 * Plivo's own words in an answer's body, wherever they stand: as JSON, plain text or HTML. Plain
 * text of at most 300 characters, or null where the body says nothing.
 */
export function plivoReason(body: string | null, contentType: string | null): string | null {
  if (body === null) return null;
  try {
    return textInJson(JSON.parse(body));
  } catch {
    const beginning = body.slice(0, maxLookedAt);
    const isPage = /html/i.test(contentType ?? '') || /^\s*</.test(beginning);
    return tidy(isPage ? stripTags(beginning) : beginning);
  }
}
