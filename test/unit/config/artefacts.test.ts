import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { mayHoldToken } from '../../../electron/config/artefacts/may-hold-token';
import { readArtefacts, type Artefacts } from '../../../electron/config/artefacts/read-artefacts';

const authId = 'MAFAKE0EXAMPLE0BATON';
const token = 'fake-token-for-tests-artefacts';
const phloId = '0b5c8e1e-0000-4000-8000-000000000001';
const nodeId = '7d20aa10-0000-4000-8000-000000000002';
const url = `https://phlorunner.plivo.com/v1/phlo/${phloId}/multi_party_call/${nodeId}`;
const body = JSON.stringify({
  action: 'cold_transfer',
  to: '+14155550134',
  role: 'customer',
  trigger_source: '+14155550100',
});

function read(...texts: readonly string[]): Artefacts {
  const result = readArtefacts(texts);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const wholeLine = {
  name: null,
  phloId,
  nodeId,
  apiBaseUrl: 'https://phlorunner.plivo.com',
  triggerSource: '+14155550100',
  role: 'customer',
  numberFormat: 'e164',
};

/** The item that Plivo publishes, in Postman's format 2.1. */
const publishedItem = {
  name: 'Cold transfer a caller',
  request: {
    auth: {
      type: 'basic',
      basic: [
        { key: 'password', value: '{{auth_token}}', type: 'string' },
        { key: 'username', value: '{{auth_id}}', type: 'string' },
      ],
    },
    method: 'POST',
    header: [{ key: 'Content-Type', value: 'application/json' }],
    body: {
      mode: 'raw',
      raw: '{\n  "action": "cold_transfer",\n  "to": "{{to}}",\n  "role": "agent",\n  "trigger_source": "{{trigger_source}}"\n}',
    },
    url: {
      raw: 'https://phlorunner.plivo.com/v1/phlo/{phlo_id}/multi_party_call/{node_id}',
      protocol: 'https',
      host: ['phlorunner', 'plivo', 'com'],
      path: ['v1', 'phlo', '{phlo_id}', 'multi_party_call', '{node_id}'],
    },
  },
};
const collection = {
  info: {
    name: 'PHLO',
    schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
  },
  item: [{ name: 'Multi-party call', item: [publishedItem] }],
};
const environment = {
  name: 'Plivo',
  values: [
    { key: 'auth_id', value: authId, enabled: true },
    { key: 'auth_token', value: token, type: 'secret', enabled: true },
    { key: 'phlo_id', value: phloId, enabled: true },
    { key: 'node_id', value: nodeId, enabled: true },
    { key: 'trigger_source', value: '+14155550100', enabled: true },
    { key: 'to', value: 'not of interest', enabled: false },
  ],
};

describe('a Postman collection', () => {
  it('gives a line whose ids are missing, and names the placeholders', () => {
    const found = read(JSON.stringify(collection));
    expect(found.lines).toEqual([
      {
        name: 'Cold transfer a caller',
        phloId: null,
        nodeId: null,
        apiBaseUrl: 'https://phlorunner.plivo.com',
        triggerSource: null,
        role: 'agent',
        numberFormat: null,
      },
    ]);
    expect(found).toMatchObject({ authId: null, authToken: null });
    expect([...found.placeholders].toSorted()).toEqual([
      'auth_id',
      'auth_token',
      'node_id',
      'phlo_id',
      'trigger_source',
    ]);
  });

  it('is filled in by an environment, whichever of the two comes first', () => {
    const texts = [JSON.stringify(collection), JSON.stringify(environment)];
    for (const order of [texts, texts.toReversed()]) {
      expect(read(...order)).toEqual({
        lines: [{ ...wholeLine, name: 'Cold transfer a caller', role: 'agent' }],
        authId,
        authToken: token,
        otherAccounts: [],
        placeholders: [],
      });
    }
  });

  it('may bring its own variables, an inherited sign-in, or be one item alone', () => {
    const own = {
      ...collection,
      auth: { type: 'basic', basic: { username: authId, password: token } },
      variable: [
        { key: 'phlo_id', value: phloId },
        { key: 'node_id', value: nodeId },
      ],
      item: [
        { name: 'Cold', request: { url: publishedItem.request.url.raw, body: { raw: body } } },
      ],
    };
    expect(read(JSON.stringify(own))).toMatchObject({
      lines: [{ ...wholeLine, name: 'Cold' }],
      authId,
      authToken: token,
    });
    expect(read(JSON.stringify(publishedItem)).lines).toHaveLength(1);
    expect(read(JSON.stringify({ collection: own })).lines).toHaveLength(1);
  });

  it('may have its sign-in as a header, and a body that is no JSON before it is filled in', () => {
    const encoded = Buffer.from(`${authId}:${token}`).toString('base64');
    const item = {
      name: 'Cold',
      request: {
        url: { raw: url },
        header: [
          { key: 'Authorization', value: 'Basic b2ZmOm9mZg==', disabled: true },
          { key: 'authorization', value: `Basic ${encoded}` },
        ],
        body: { raw: '{"to": {{to}}, "role": "customer", "trigger_source": {{own}}}' },
      },
    };
    const own = { values: [{ key: 'own', value: '+14155550100' }] };
    expect(read(JSON.stringify(item), JSON.stringify(own))).toEqual({
      lines: [{ ...wholeLine, name: 'Cold' }],
      authId,
      authToken: token,
      otherAccounts: [],
      placeholders: [],
    });
  });

  it('knows the path variables of an address', () => {
    const item = {
      name: 'Cold',
      request: {
        url: {
          raw: 'https://phlorunner.plivo.com/v1/phlo/:phlo_id/multi_party_call/:node_id',
          variable: [
            { key: 'phlo_id', value: phloId },
            { key: 'node_id', value: nodeId },
          ],
        },
      },
    };
    expect(read(JSON.stringify(item)).lines).toMatchObject([{ phloId, nodeId }]);
  });

  it('gives two lines for two nodes, and one for two requests to the same node', () => {
    const to = (node: string, name: string) => ({
      name,
      request: { url: `https://phlorunner.plivo.com/v1/phlo/${phloId}/multi_party_call/${node}` },
    });
    const items = { info: {}, item: [to('node-a', 'A'), to('node-b', 'B'), to('node-a', 'Again')] };
    const { lines } = read(JSON.stringify(items));
    expect(lines.map(({ name, nodeId: node }) => [name, node])).toEqual([
      ['A', 'node-a'],
      ['B', 'node-b'],
    ]);
  });
});

describe('a curl command', () => {
  const commands: readonly (readonly [string, string])[] = [
    ['on one line', `curl -X POST -u '${authId}:${token}' -d '${body}' ${url}`],
    [
      'over several lines',
      `$ curl --request POST \\\n  --user ${authId}:${token} \\\n  --header 'Content-Type: application/json' \\\n  --data-raw '${body}' \\\n  "${url}/"`,
    ],
    [
      'with the header made by hand',
      `curl '${url}' -H 'Authorization: Basic ${Buffer.from(`${authId}:${token}`).toString('base64')}' --json '${body}'`,
    ],
    [
      'with the sign-in in the address',
      `curl -d '${body}' https://${authId}:${token}@${url.slice(8)}`,
    ],
    [
      'at a Windows prompt',
      `curl.exe -u "${authId}:${token}" ^\r\n -d "${body.replaceAll('"', '\\"')}" ^\r\n ${url}`,
    ],
    [
      'among other words',
      `Run this:\n\n    curl -u${authId}:${token} -d '${body}' '${url}' | jq .\n\nand wait.`,
    ],
  ];

  it.each(commands)('is read %s', (_, command) => {
    expect(read(command)).toEqual({
      lines: [wholeLine],
      authId,
      authToken: token,
      otherAccounts: [],
      placeholders: [],
    });
  });

  it('says nothing of the line of the command next to it', () => {
    const found = read(`curl -d '${body}' ${url}\ncurl ${url}-2`);
    expect(found.lines.map(({ role, triggerSource }) => [role, triggerSource])).toEqual([
      ['customer', '+14155550100'],
      [null, null],
    ]);
  });

  it('takes its shell variables from a .env file', () => {
    const command = `curl -u "$PLIVO_AUTH_ID:\${PLIVO_AUTH_TOKEN}" -d '${body}' ${url}`;
    expect(read(command)).toMatchObject({ authId: null, authToken: null });
    expect(read(command).placeholders).toEqual(['PLIVO_AUTH_ID', 'PLIVO_AUTH_TOKEN']);
    const env = `PLIVO_AUTH_ID=${authId}\nPLIVO_AUTH_TOKEN=${token}\n`;
    expect(read(command, env)).toMatchObject({ authId, authToken: token, placeholders: [] });
  });
});

describe('a .env file', () => {
  it('gives the sign-in, quoted, exported or commented', () => {
    const text = `# Plivo\nexport PLIVO_AUTH_ID="${authId}"\nPLIVO_AUTH_TOKEN='${token}' # secret\n\n`;
    expect(read(text)).toEqual({
      lines: [],
      authId,
      authToken: token,
      otherAccounts: [],
      placeholders: [],
    });
  });

  it('gives a line where it names PHLO and node', () => {
    const text = `PLIVO_PHLO_ID=${phloId}\nPLIVO_NODE_ID=${nodeId}\nTRIGGER_SOURCE=+14155550100\nROLE=customer`;
    expect(read(text).lines).toEqual([wholeLine]);
  });
});

describe('a program', () => {
  const programs: readonly (readonly [string, string])[] = [
    [
      'Ruby with Chilkat',
      `http = Chilkat::CkHttp.new()\nhttp.put_Login("${authId}")\nhttp.put_Password("${token}")\n` +
        `jsonReq.UpdateString("action","cold_transfer")\nresp = http.PostJson2("${url}","application/json",jsonReq.emit())`,
    ],
    [
      'Python with requests',
      `import requests\nrequests.post("${url}", auth=("${authId}", "${token}"), json={"role": "customer"})`,
    ],
    [
      "Python with Plivo's SDK",
      `import plivo\nphlo_client = plivo.phlo.RestClient("${authId}", "${token}")\nphlo = phlo_client.phlo.get("${phloId}")\nmpc = phlo.multi_party_call("${nodeId}")`,
    ],
    [
      "Node with Plivo's SDK",
      `const client = new PhloClient('${authId}', '${token}');\nclient.phlo('${phloId}').multiPartyCall('${nodeId}').coldTransfer('+1', '+2', 'agent')`,
    ],
    [
      "Ruby with Plivo's SDK",
      `client = Phlo.new("${authId}", "${token}")\nphlo = client.phlo.get('${phloId}')\nmpc = phlo.multi_party_call('${nodeId}')`,
    ],
    [
      "PHP with Plivo's SDK",
      `$client = new PhloRestClient("${authId}", "${token}");\n$phlo = $client->phlo->get("${phloId}");\n$phlo->multiPartyCall("${nodeId}");`,
    ],
    [
      "Java with Plivo's SDK",
      `Plivo.init("${authId}", "${token}");\nMultiPartyCall.getter("${phloId}", "${nodeId}").get().coldTransfer("+1", "+2", "agent");`,
    ],
    [
      'any language with the header made by hand',
      `fetch("${url}", { headers: { Authorization: "Basic ${Buffer.from(`${authId}:${token}`).toString('base64')}" } })`,
    ],
    [
      'any language with the sign-in in the address',
      `get("https://${authId}:${token}@${url.slice(8)}")`,
    ],
    [
      'variables put into the address',
      `phlo_id = "${phloId}"\nnodeId = '${nodeId}'\nauth_id = "${authId}"\nauth_token = "${token}"\nurl = f"https://phlorunner.plivo.com/v1/phlo/{phlo_id}/multi_party_call/{nodeId}"`,
    ],
  ];

  it.each(programs)('in %s gives line and sign-in', (_, text) => {
    const found = read(text);
    expect(found.lines).toMatchObject([
      { phloId, nodeId, apiBaseUrl: 'https://phlorunner.plivo.com' },
    ]);
    expect(found).toMatchObject({ authId, authToken: token });
  });

  it('reads the trigger source out of JSON that stands escaped in it', () => {
    const text = `body = "${body.replaceAll('"', '\\"')}"; post("${url}", body)`;
    expect(read(text).lines).toEqual([wholeLine]);
  });

  it('tells by the digits of the trigger source how numbers are sent', () => {
    const formatOf = (own: string) =>
      read(`${url} trigger_source = "${own}"`).lines.map(({ numberFormat }) => numberFormat);
    expect(formatOf('+14155550100')).toEqual(['e164']);
    expect(formatOf('14155550100')).toEqual(['digits']);
    // Without a country code it says nothing of how Plivo is told one.
    expect(formatOf('4155550100')).toEqual([null]);
    expect(formatOf('sip:agent1@phone.plivo.com')).toEqual([null]);
  });

  it('takes nothing for an id or a number that is longer than any', () => {
    const text = `trigger_source = "${'1'.repeat(257)}" ${url}${'f'.repeat(200)}`;
    expect(read(text).lines).toMatchObject([{ phloId, nodeId: null, triggerSource: null }]);
  });

  it("takes no other service's sign-in", () => {
    const other = Buffer.from('somebody:else-entirely').toString('base64');
    expect(read(`${url} "Authorization: Basic ${other}"`)).toMatchObject({ authToken: null });
  });

  it('takes no stand-in for a value', () => {
    const text = `RestClient("YOUR_AUTH_ID", "YOUR_AUTH_TOKEN"); post("https://phlorunner.plivo.com/v1/phlo/<phlo_id>/multi_party_call/YOUR_NODE_ID")`;
    const found = read(`${text} # ${url.replace(nodeId, 'node-a')}`);
    expect(found).toMatchObject({ authId: null, authToken: null });
    expect(found.lines).toMatchObject([
      { phloId: null, nodeId: null },
      { phloId, nodeId: 'node-a' },
    ]);
    expect(found.placeholders).toContain('YOUR_AUTH_ID');
  });
});

describe('whatever else is pasted', () => {
  it('is said not to be recognised', () => {
    for (const text of ['', '   ', 'hello', '{"a":1}', '[]', 'null', 'curl https://example.com']) {
      expect(readArtefacts([text])).toEqual({
        ok: false,
        error: { code: 'artefact-not-recognised' },
      });
    }
  });

  it('is refused beyond two million characters', () => {
    expect(readArtefacts(['x'.repeat(2_000_001)])).toEqual({
      ok: false,
      error: { code: 'artefact-too-large' },
    });
  });

  it('never throws and never takes an address outside https for the API', () => {
    const pieces = fc.constantFrom(
      url,
      body,
      'curl ',
      '-u',
      "'",
      '"',
      '\\',
      '{{',
      '}}',
      '\n',
      '{"item":[',
      ']}',
      ':',
      'auth_id=',
      'http://evil.example/v1/phlo/a/multi_party_call/b',
      '$(',
      '`',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        const found = readArtefacts([parts.join('')]);
        if (!found.ok) return;
        for (const line of found.value.lines) expect(line.apiBaseUrl).toMatch(/^https:\/\//);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time that grows with its length, not with its square', () => {
    const long = '{{a'.repeat(100_000) + '/v1/phlo/'.repeat(50_000) + 'auth_id="'.repeat(50_000);
    expect(readArtefacts([long]).ok).toBe(false);
    expect(readArtefacts([`curl ${long}`]).ok).toBe(false);
  });

  it.each([
    `auth_token ${token}`,
    'PASSWORD: hunter2',
    `curl https://example.com -u me:${token}`,
    `https://me:${token}@example.com`,
    'Authorization: Basic b2ZmOm9mZg==',
    'ZmFrZS10b2tlbi1mb3ItdGVzdHMtMDAwMDAwMDAx',
  ])('may hold a token where nothing was recognised: %s', (text) => {
    expect(mayHoldToken(text)).toBe(true);
  });

  it.each(['', 'hello', '{"a": 1}', 'curl https://example.com', url, 'f'.repeat(40), '3ccfee1'])(
    'holds none for certain: %j',
    (text) => {
      expect(mayHoldToken(text)).toBe(false);
    },
  );
});
