import type { AttemptTrace } from '../contract/history';
import type { EndedAttempt } from '../contract/transfer';
import { repeatableHeaders } from './handover-request';

/** By this address Postman knows the form of a document. */
const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

const variable = (key: string) => ({ key, value: '', type: 'string' });

/**
 * The request of an attempt as a Postman Collection v2.1 with one item. The body is the same to the
 * byte; Auth ID and token are variables that are left empty.
 */
export function postmanCollection(attempt: EndedAttempt, { request }: AttemptTrace): string {
  const { destination, startedAt } = attempt;
  const time = new Date(startedAt).toISOString();
  const name = `Transfer to ${destination.name ?? destination.display}, ${time}`;
  const collection = {
    info: {
      name,
      description: `Baton, attempt ${attempt.id}. Set the variables auth_id and auth_token. Sending it asks for the transfer again.`,
      schema,
    },
    item: [
      {
        name,
        protocolProfileBehavior: { followRedirects: false, disableUrlEncoding: true },
        request: {
          method: request.method,
          url: request.url,
          header: repeatableHeaders(request).map(([key, value]) => ({ key, value })),
          auth: {
            type: 'basic',
            basic: [
              { key: 'username', value: '{{auth_id}}', type: 'string' },
              { key: 'password', value: '{{auth_token}}', type: 'string' },
            ],
          },
          ...(request.body !== null && {
            body: { mode: 'raw', raw: request.body, options: { raw: { language: 'json' } } },
          }),
        },
        response: [],
      },
    ],
    variable: [variable('auth_id'), variable('auth_token')],
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}
