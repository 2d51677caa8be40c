import { isDeepStrictEqual } from 'node:util';

import { z } from 'zod';

import { fileDescriptions, settingDescriptions } from './descriptions.mjs';

/**
 * A JSON Schema, as far as it is looked into here.
 * @typedef {object} Schema
 * @property {string} [$ref]
 * @property {string | readonly string[]} [type]
 * @property {string} [description]
 * @property {string} [pattern]
 * @property {readonly unknown[]} [examples]
 * @property {readonly unknown[]} [enum]
 * @property {unknown} [const]
 * @property {unknown} [default]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {number} [minLength]
 * @property {number} [maxLength]
 * @property {number} [maxItems]
 * @property {readonly Schema[]} [anyOf]
 * @property {readonly Schema[]} [allOf]
 * @property {string} [title]
 * @property {Schema} [items]
 * @property {Record<string, Schema>} [properties]
 * @property {readonly string[]} [required]
 * @property {Record<string, Schema>} [definitions]
 */

/**
 * @param {Schema} schema
 * @param {string} pattern
 * @returns {Schema} the schema with a pattern for the texts that it does not name itself
 */
function matching(schema, pattern) {
  if (schema.anyOf === undefined) return { ...schema, pattern };
  const anyOf = schema.anyOf.map((one) => (one.const === undefined ? { ...one, pattern } : one));
  return { ...schema, anyOf };
}

/**
 * Adds what the keys mean; a key that nothing is said of, or a word about no key, is an error.
 * @param {Schema} schema
 * @param {Readonly<Record<string, import('./descriptions.mjs').Description>>} descriptions
 * @returns {Schema}
 */
function described(schema, descriptions) {
  const used = new Set();
  /** @type {(schema: Schema, path: string) => Schema} */
  const walk = (node, path) => {
    const { properties, items } = node;
    /** @type {Schema} */
    const more = {};
    if (properties !== undefined) {
      more.properties = Object.fromEntries(
        Object.entries(properties).map(([key, value]) => {
          const below = path === '' ? key : `${path}.${key}`;
          return [key, named(value, below)];
        }),
      );
    }
    if (items !== undefined) more.items = walk(items, `${path}[]`);
    return { ...node, ...more };
  };
  /** @type {(schema: Schema, path: string) => Schema} */
  const named = (node, path) => {
    const said = descriptions[path];
    if (said === undefined) throw new Error(`nothing is said of ${path}`);
    used.add(path);
    const { text, pattern, examples } = said;
    return {
      description: text.replaceAll('`', ''),
      ...(pattern === undefined ? walk(node, path) : matching(node, pattern)),
      ...(examples !== undefined && { examples }),
    };
  };
  const result = walk(schema, '');
  const idle = Object.keys(descriptions).filter((path) => !used.has(path));
  if (idle.length > 0) throw new Error(`there is no ${idle.join(', ')}`);
  return result;
}

/**
 * The JSON Schema of the managed file, for editors: made of the schema that Baton itself checks the
 * file with. What that one says in code (an own number that can be called, a line that exists)
 * Baton alone checks.
 * @param {z.ZodType} managedFileSchema
 * @returns {Schema}
 */
export function configSchema(managedFileSchema) {
  /** @type {Schema} */
  const whole = JSON.parse(
    JSON.stringify(z.toJSONSchema(managedFileSchema, { io: 'input', target: 'draft-7' })),
  );
  const { properties = {}, ...rest } = whole;
  const { defaults, enforced } = properties;
  if (defaults === undefined || !isDeepStrictEqual(defaults, enforced)) {
    throw new Error('defaults and enforced are not the same settings');
  }
  const file = described(
    { ...rest, properties: { ...properties, defaults: {}, enforced: {} } },
    fileDescriptions,
  );
  /** @type {(layer: string) => Schema} */
  const layer = (name) => ({
    // Beside a $ref, draft 7 ignores everything: the description stands around it.
    description: fileDescriptions[name]?.text ?? '',
    allOf: [{ $ref: '#/definitions/settings' }],
  });
  return {
    ...file,
    title: 'Managed settings of Baton',
    properties: { ...file.properties, defaults: layer('defaults'), enforced: layer('enforced') },
    definitions: { settings: described(defaults, settingDescriptions) },
  };
}
