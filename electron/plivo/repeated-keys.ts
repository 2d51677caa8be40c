const token = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** The keys of a JSON object itself, with their repetitions; not those of objects inside it. */
function* ownKeys(json: string): Generator<string> {
  let depth = 0;
  let previous = '';
  for (const [part] of json.matchAll(token)) {
    if (part === '{' || part === '[') depth += 1;
    if (part === '}' || part === ']') depth -= 1;
    // In valid JSON a colon follows a key and nothing else.
    if (part === ':' && depth === 1) yield String(JSON.parse(previous));
    previous = part;
  }
}

/**
 * Whether an object has one of these keys more than once, however it is written.
 * @param json Valid JSON of an object.
 */
export function saysTwice(json: string, keys: readonly string[]): boolean {
  const found = [...ownKeys(json)].filter((key) => keys.includes(key));
  return new Set(found).size < found.length;
}
