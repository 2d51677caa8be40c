import { describe, expect, it } from 'vitest';

import { withoutSecrets } from '../../../electron/plivo/echoed-secrets';

const authId = 'MAFAKE0EXAMPLE0BATON';
const headerOf = (token: string) => `Basic ${Buffer.from(`${authId}:${token}`).toString('base64')}`;

describe('secrets of a request that its answer repeats', () => {
  const token = 'fake-token-for-tests-with:a-colon-é';
  const header = headerOf(token);

  it('are taken out wherever they stand, as token and as header', () => {
    const text = `{"error":"${header} ${token}","again":"x${token}x"}`;
    expect(withoutSecrets(text, header)).toBe('{"error":"Basic … …","again":"x…x"}');
  });

  it('are found where a server writes each slash of its JSON with a backslash', () => {
    const slashed = headerOf('fake-token-for-tests-???>>>');
    expect(slashed).toContain('/');
    const text = JSON.stringify({ error: slashed }).replaceAll('/', '\\/');
    expect(withoutSecrets(text, slashed)).toBe('{"error":"Basic …"}');
  });

  it('leave every other text as it is, the Auth ID too', () => {
    const text = `{"api_id":"8c77b816","error":"","account":"${authId}"}`;
    expect(withoutSecrets(text, header)).toBe(text);
  });

  it('do not spoil an answer because the token is a word of one letter', () => {
    const text = '{"api_id":"8c77b816","error":""}';
    expect(withoutSecrets(text, headerOf('a'))).toBe(text);
    expect(withoutSecrets(text, '')).toBe(text);
  });

  it('are of the shortest token that can be one, too', () => {
    expect(withoutSecrets('a 12345678 b', headerOf('12345678'))).toBe('a … b');
    expect(withoutSecrets('a 1234567 b', headerOf('1234567'))).toBe('a 1234567 b');
  });

  it('are looked for only where the request signs in as Baton does', () => {
    const encoded = Buffer.from('a:fake-token-for-tests').toString('base64');
    for (const other of [`Digest Basic ${encoded}`, `Basic ${encoded} more`]) {
      expect(withoutSecrets(encoded, other)).toBe(encoded);
    }
  });
});
