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
const variables = z
  .array(variableSchema)
  .max(10_000)
  .transform((list) => list.filter((entry) => entry !== null));

/** Version 2.1 has a list of pairs, 2.0 an object. */
const basicSchema = z.union([
  z.array(z.object({ key: text, value: z.unknown() })).transform((pairs) => {
    const of = (name: string) => pairs.find(({ key }) => key === name)?.value;
    return { username: of('username'), password: of('password') };
  }),
  z.object({ username: z.unknown(), password: z.unknown() }),
]);
const authSchema = z.object({ type: z.string(), basic: basicSchema.optional() }).nullable();

const urlSchema = z.union([
  text,
  z.object({ raw: text.optional(), variable: variables.optional() }),
]);
/** One text in exports of old; a header may be switched off. */
const headersSchema = z
  .array(z.object({ key: text, value: text.nullish(), disabled: z.boolean().optional() }))
  .max(1000);
const requestSchema = z.union([
  text,
  z.object({
    url: urlSchema.optional(),
    auth: authSchema.optional(),
    header: headersSchema.optional().catch(undefined),
    body: z.object({ raw: text.optional() }).nullable().optional(),
  }),
]);
const itemSchema = z.object({
  name: text.optional(),
  request: requestSchema.optional(),
  item: z.array(z.unknown()).max(10_000).optional(),
  auth: authSchema.optional(),
  variable: variables.optional(),
});

const collectionSchema = itemSchema.extend({ item: z.array(z.unknown()).max(10_000) });
const environmentSchema = z.object({ name: text.optional(), values: variables });

type Auth = z.infer<typeof authSchema> | undefined;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function requestOf(
  name: string | null,
  request: z.infer<typeof requestSchema>,
  inherited: Auth,
): FoundRequest | null {
  if (typeof request === 'string') {
    return { name, url: request, user: null, password: null, body: null };
  }
  const url = typeof request.url === 'string' ? request.url : request.url?.raw;
  if (url === undefined) return null;
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

/**
 * Requests and variables of a Postman collection (format 2.0 and 2.1), of one item of it, or of an
 * environment; null where the document is none of them.
 */
export function foundInPostman(document: unknown): Found | null {
  const environment = environmentSchema.safeParse(document);
  if (environment.success) return { requests: [], variables: environment.data.values };
  // A collection inside {"collection": …} is what Postman's API answers.
  const wrapped = z.object({ collection: z.unknown() }).safeParse(document);
  const whole = wrapped.success ? wrapped.data.collection : document;
  const isCollection = collectionSchema.safeParse(whole).success;
  const isItem = z.object({ request: requestSchema }).safeParse(whole).success;
  return isCollection || isItem ? gather(whole, undefined, 0) : null;
}
