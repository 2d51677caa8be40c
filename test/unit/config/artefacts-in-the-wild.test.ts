import { describe, expect, it } from 'vitest';

import { readArtefacts, type Artefacts } from '../../../electron/config/artefacts/read-artefacts';

const authId = 'MAFAKE0EXAMPLE0BATON';
const token = 'fake-token-for-tests-01234';
const otherId = 'MAFAKE1EXAMPLE1BATON';
const otherToken = 'fake-token-for-tests-56789';
const phloId = '0b5c8e1e-0000-4000-8000-000000000001';
const nodeId = '7d20aa10-0000-4000-8000-000000000002';
const url = `https://phlorunner.plivo.com/v1/phlo/${phloId}/multi_party_call/${nodeId}`;
const body = '{"role":"customer","trigger_source":"+14155550100"}';
const carets = (text: string) => text.replaceAll(/[\\"{}]/g, '^$&');
const basic = Buffer.from(`${authId}:${token}`).toString('base64');

function read(...texts: readonly string[]): Artefacts {
  const result = readArtefacts(texts);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const line = { phloId, nodeId, apiBaseUrl: 'https://phlorunner.plivo.com' };
const signIn = { authId, authToken: token };

describe('a curl command as people write it', () => {
  it.each([
    [
      'with its short options together',
      `curl -sSfX POST -u ${authId}:${token} -d '${body}' ${url}`,
    ],
    ['with the user behind other letters', `curl -su ${authId}:${token} ${url} -d'${body}'`],
    [
      'with values right behind the options',
      `curl ${url} -H'Authorization: Basic ${basic}' -XPOST -d'${body}'`,
    ],
    ['between comments', `# hand over\ncurl -u ${authId}:${token} ${url} -d '${body}' # at once\n`],
    ['below a sentence', `Don't share this:\ncurl -u '${authId}:${token}' ${url} -d '${body}'`],
    [
      'out of a word processor',
      `curl\u00A0-u \u201C${authId}:${token}\u201D ${url} -d \u2018${body}\u2019`,
    ],
    [
      'copied for a Windows prompt',
      `curl ^"${url}^" ^\r\n  -H ^"Authorization: Basic ${basic}^" ^\r\n  --data-raw ^"${carets(body.replaceAll('"', String.raw`\"`))}^"`,
    ],
    [
      'in a script with its variables',
      `#!/bin/sh\nset -e\nexport PLIVO_AUTH_ID=${authId}\nPLIVO_AUTH_TOKEN=${token}\ncurl -u "$PLIVO_AUTH_ID:$PLIVO_AUTH_TOKEN" ${url} -d '${body}'`,
    ],
  ])('is read %s', (_, text) => {
    const found = read(text);
    expect(found).toMatchObject({ ...signIn, placeholders: [] });
    expect(found.lines).toMatchObject([
      { ...line, role: 'customer', triggerSource: '+14155550100' },
    ]);
  });

  it('has its host alone for an address, where that has no scheme', () => {
    const found = read(`wget --url=phlorunner.plivo.com${new URL(url).pathname}`);
    expect(found.lines).toMatchObject([line]);
  });
});

describe('two accounts', () => {
  it('keep their tokens apart, and the one that is not taken is named', () => {
    const first = `curl -u ${authId}:${token} ${url}`;
    const second = `curl -u ${otherId}:${otherToken} ${url}-2`;
    expect(read(`${first}\n${second}`)).toMatchObject({ ...signIn, otherAccounts: [otherId] });
    expect(read(first).otherAccounts).toEqual([]);
  });

  it('never lend each other a token', () => {
    const withoutToken = `curl -u ${authId}:$TOKEN ${url}`;
    const other = `curl -u ${otherId}:${otherToken} ${url}-2`;
    expect(read(`${withoutToken}\n${other}`)).toMatchObject({ authId, authToken: null });
    const env = `PLIVO_AUTH_ID=${authId}\nPLIVO_AUTH_TOKEN=${token}\n`;
    const otherEnv = `PLIVO_AUTH_ID=${otherId}\n`;
    for (const texts of [[env, otherEnv], [env + otherEnv]]) {
      expect(read(...texts)).toMatchObject({
        authId: otherId,
        authToken: null,
        otherAccounts: [authId],
      });
    }
  });

  it("leave a token without an Auth ID to the account that is there, and another service's alone", () => {
    expect(read(`curl -u ${authId}:$AUTH_TOKEN ${url}`, `AUTH_TOKEN=${token}`)).toMatchObject(
      signIn,
    );
    const env = `PLIVO_AUTH_ID=${authId}\nPLIVO_AUTH_TOKEN=${token}\nAUTH_TOKEN=another-service-1\n`;
    expect(read(env)).toMatchObject(signIn);
  });
});

describe('Postman’s variables', () => {
  const auth = {
    type: 'basic',
    basic: [
      { key: 'username', value: '{{auth_id}}' },
      { key: 'password', value: '{{auth_token}}' },
    ],
  };
  const collection = (address: unknown, variable: readonly object[] = [], more: object = {}) =>
    JSON.stringify({
      info: { name: 'PHLO' },
      auth,
      variable,
      item: [{ name: 'Cold', request: { url: address, ...more } }],
    });
  const own = [
    { key: 'auth_id', value: authId },
    { key: 'auth_token', value: token },
  ];
  const environment = JSON.stringify({ name: 'Plivo', values: own });
  const path = `/phlo/${phloId}/multi_party_call/${nodeId}`;

  it.each([
    ['name each other', `{{base}}/v1${path}`, { base: 'https://{{host}}' }],
    ['hold the version', `{{base}}${path}`, { base: 'https://{{host}}/v1' }],
    ['hold the whole address', '{{base}}', { base: `https://{{host}}/v1${path}` }],
  ])('may %s', (_, address, { base }) => {
    const variable = [
      ...own,
      { key: 'base', value: base },
      { key: 'host', value: 'phlorunner.plivo.com' },
    ];
    expect(read(collection(address, variable))).toMatchObject({
      ...signIn,
      lines: [line],
      placeholders: [],
    });
  });

  it('are missing where they go round in a circle, however often they name each other', () => {
    const round = [
      { key: 'a', value: '{{b}}'.repeat(1000) },
      { key: 'b', value: '{{a}}'.repeat(1000) },
    ];
    const found = read(
      collection(`https://phlorunner.plivo.com/v1/phlo/{{a}}/multi_party_call/n`, round),
    );
    expect(found.lines).toMatchObject([{ phloId: null, nodeId: 'n' }]);
  });

  it('of an environment go before those of a collection, which may be stand-ins', () => {
    const standIns = [
      { key: 'auth_id', value: 'YOUR_AUTH_ID' },
      { key: 'auth_token', value: 'a-token-of-the-collection-1' },
    ];
    for (const order of [
      [collection(url, standIns), environment],
      [environment, collection(url, standIns)],
    ]) {
      expect(read(...order)).toMatchObject(signIn);
    }
  });

  it.each([
    ['a value that is no text', collection(url, [...own, { key: 'x', value: { y: 1 } }])],
    ['no body', collection(url, own, { body: { mode: 'raw', raw: null } })],
    [
      'another sign-in in the request',
      collection(url, own, { auth: { type: 'oauth2', oauth2: 5 }, header: 'none' }),
    ],
    [
      'its address in pieces',
      collection(
        { protocol: 'https', host: ['phlorunner', 'plivo', 'com'], path: `v1${path}`.split('/') },
        own,
      ),
    ],
    ['the environment below it', `${collection(url)}\n${environment}`],
    [
      'both in a dump',
      JSON.stringify({
        version: 1,
        collections: [JSON.parse(collection(url))],
        environments: [JSON.parse(environment)],
      }),
    ],
  ])('are found with %s', (_, text) => {
    const found = read(text);
    expect(found.lines).toMatchObject([{ ...line, name: 'Cold' }]);
    expect(found).toMatchObject(signIn);
  });
});

describe('a sign-in in notes and programs', () => {
  it.each([
    [
      'a .env with a line that is none',
      `PLIVO_AUTH_ID=${authId}\nPLIVO_AUTH_TOKEN="${token}"\nDEBUG`,
    ],
    ['YAML', `environment:\n  PLIVO_AUTH_ID: ${authId}\n  PLIVO_AUTH_TOKEN: '${token}' # ours`],
    ['a list of a compose file', `- PLIVO_AUTH_ID=${authId}\n- PLIVO_AUTH_TOKEN=${token}`],
    ['names of an application', `REACT_APP_PLIVO_AUTH_ID=${authId}\nAPP_PLIVO_AUTH_TOKEN=${token}`],
    ['a Windows prompt', `setx PLIVO_AUTH_ID ${authId}\r\nset "PLIVO_AUTH_TOKEN=${token}"`],
    ['a note', `Auth ID: ${authId}\nAuth token: ${token}`],
    [
      'PowerShell',
      `Invoke-RestMethod -Uri "${url}"\n[Text.Encoding]::ASCII.GetBytes("${authId}:${token}")`,
    ],
    ['PHP', `curl_setopt($ch, CURLOPT_USERPWD, '${authId}:${token}');`],
    ['axios', `axios.post(u, b, { auth: { username: '${authId}', password: '${token}' } })`],
    ['Go', `req.SetBasicAuth("${authId}", "${token}")`],
    ['Ruby', `request.basic_auth '${authId}', '${token}'`],
    ['HTTPie', `http -a ${authId}:${token} POST ${url}`],
  ])('is read out of %s', (_, text) => {
    expect(read(text)).toMatchObject(signIn);
  });

  it('is no name of a variable, and a format is no id', () => {
    const text = `auth_token = settings_token\nrun(auth_id=account)\n"https://phlorunner.plivo.com/v1/phlo/%s/multi_party_call/%s"`;
    expect(read(text)).toMatchObject({
      authId: null,
      authToken: null,
      lines: [{ phloId: null, nodeId: null }],
    });
  });
});

describe('a long text', () => {
  it.each([
    ['empty lines', '\t\t\t\n'],
    ['brackets', '{\n'],
    ['options', '- '],
    ['comments', '# b\n'],
    ['values', 'A=1\n\n\n\n'],
    ['accounts', `${authId}:`],
  ])('of %s is done with at once', (_, piece) => {
    readArtefacts([`curl x\n${piece.repeat(600_000 / piece.length)}curl x`]);
  });
});
