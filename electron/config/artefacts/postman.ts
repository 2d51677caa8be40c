import { z } from 'zod';

import { basicSignIn } from './basic';
import { nothingFound, type Found, type FoundRequest } from './found';

/** Nesting of folders that is followed; Postman's own exports have a handful. */
const deepest = 20;

const text = z.string().max(100_000);
const variableSchema = z
  .object({
    key: text.optional(),
    id: text.optional(),
    value: z.union([text, z.number(), z.boolean(), z.null()]).optional(),
    enabled: z.boolean().optional(),
    disabled: z.boolean().optional(),
  })
  .transform(({ key, id, value, enabled, disabled }) => {
    const off = enabled === false || disabled === true;
    return off ? null : ([key ?? id ?? '', String(value ?? '')] as const);
  });
/** One that is of another form, such as a list, is none of the texts that are looked for. */
const variables = z
  .array(variableSchema.catch(null))
  .max(10_000)
  .transform((list) => list.filter((entry) => entry !== null));

/** Version 2.1 has a list of pairs, 2.0 an object. */
const basicSchema = z.union([
  z.array(z.object({ key: text, value: z.unknown() })).transform((pairs) => {
    const of = (name: string) => pairs.find(({ key }) => key === name)?.value;
    return { username: of('username'), password: of('password') };
  }),
  z.object({ username: z.unknown().optional(), password: z.unknown().optional() }),
]);
const authSchema = z
  .object({ type: z.string(), basic: basicSchema.optional().catch(undefined) })
  .nullable();

const segments = z.union([text, z.array(z.union([text, z.object({ value: text })]))]);
/** Taken apart, where it does not also stand there as one text. */
const urlSchema = z.union([
  text,
  z.object({
    raw: text.optional(),
    protocol: text.optional(),
    host: segments.optional(),
    path: segments.optional(),
    variable: variables.optional().catch(undefined),
  }),
]);
/** One text in exports of old; a header may be switched off. */
const headersSchema = z
  .array(z.object({ key: text, value: text.nullish(), disabled: z.boolean().optional() }))
  .max(1000);
/** What is of no form that is known leaves the rest of a request as it is. */
const requestSchema = z.union([
  text,
  z.object({
    url: urlSchema.optional().catch(undefined),
    auth: authSchema.optional().catch(undefined),
    header: headersSchema.optional().catch(undefined),
    body: z.object({ raw: text }).optional().catch(undefined),
  }),
]);
const itemSchema = z.object({
  name: text.optional().catch(undefined),
  request: requestSchema.optional(),
  item: z.array(z.unknown()).max(10_000).optional(),
  auth: authSchema.optional().catch(undefined),
  variable: variables.optional().catch(undefined),
});

const collectionSchema = itemSchema.extend({ item: z.array(z.unknown()).max(10_000) });
const environmentSchema = z.object({ values: variables });
/** All that somebody has, as Postman's settings export it. */
const dumpSchema = z.object({
  collections: z.array(z.unknown()).max(1000),
  environments: z.array(z.unknown()).max(1000).optional(),
});

type Auth = z.infer<typeof authSchema> | undefined;

const joined = (parts: z.infer<typeof segments> | undefined, by: string): string =>
  typeof parts === 'object'
    ? parts.map((part) => (typeof part === 'string' ? part : part.value)).join(by)
    : (parts ?? '');

/** The address as one text. */
function addressOf(url: z.infer<typeof urlSchema> | undefined): string | null {
  if (url === undefined || typeof url === 'string') return url ?? null;
  if (url.raw !== undefined) return url.raw;
  if (url.host === undefined || url.path === undefined) return null;
  const scheme = url.protocol === undefined ? '' : `${url.protocol}://`;
  return `${scheme}${joined(url.host, '.')}/${joined(url.path, '/')}`;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function requestOf(
  name: string | null,
  request: z.infer<typeof requestSchema>,
  inherited: Auth,
): FoundRequest | null {
  if (typeof request === 'string') {
    return { name, url: request, user: null, password: null, body: null };
  }
  const url = addressOf(request.url);
  if (url === null) return null;
  const auth = request.auth ?? inherited;
  const basic = auth?.type === 'basic' ? auth.basic : undefined;
  const header = request.header?.find(
    ({ key, disabled }) => key.toLowerCase() === 'authorization' && disabled !== true,
  );
  const inHeader = basicSignIn(header?.value ?? '');
  return {
    name,
    url,
    user: textOf(basic?.username) ?? inHeader?.user ?? null,
    password: textOf(basic?.password) ?? inHeader?.password ?? null,
    body: request.body?.raw ?? null,
  };
}

function gather(item: unknown, inherited: Auth, depth: number): Found {
  const parsed = itemSchema.safeParse(item);
  if (!parsed.success || depth > deepest) return nothingFound;
  const { name = null, request, item: items = [], auth = inherited, variable = [] } = parsed.data;
  const own = request === undefined ? null : requestOf(name, request, auth);
  const inside = items.map((child) => gather(child, auth, depth + 1));
  const url = typeof request === 'object' && typeof request.url === 'object' ? request.url : null;
  return {
    requests: [...(own === null ? [] : [own]), ...inside.flatMap(({ requests }) => requests)],
    variables: [
      ...variable,
      ...(url?.variable ?? []),
      ...inside.flatMap((found) => found.variables),
    ],
  };
}

const together = (parts: readonly Found[]): Found => ({
  requests: parts.flatMap(({ requests }) => requests),
  variables: parts.flatMap(({ variables: own }) => own),
});

/** What Postman's API answers has the document inside; a dump has several. */
function documentsIn(document: unknown): unknown[] {
  const dump = dumpSchema.safeParse(document);
  if (dump.success) return [...dump.data.collections, ...(dump.data.environments ?? [])];
  for (const name of ['collection', 'environment']) {
    const wrapped = z.object({ [name]: z.looseObject({}) }).safeParse(document);
    if (wrapped.success) return [wrapped.data[name]];
  }
  return Array.isArray(document) ? document.slice(0, 1000) : [document];
}

function foundInOne(document: unknown): Found | null {
  const environment = environmentSchema.safeParse(document);
  if (environment.success) return { requests: [], variables: environment.data.values };
  const isCollection = collectionSchema.safeParse(document).success;
  const isItem = z.object({ request: requestSchema }).safeParse(document).success;
  return isCollection || isItem ? gather(document, undefined, 0) : null;
}

/**
 * Requests and variables of Postman collections (format 2.0 and 2.1), of one item, of environments, or
 * of a dump of all of them; null where the document is none of these.
 */
export function foundInPostman(document: unknown): Found | null {
  const found = documentsIn(document)
    .map(foundInOne)
    .filter((part) => part !== null);
  return found.length === 0 ? null : together(found);
}
