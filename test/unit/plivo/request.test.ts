import { describe, expect, it } from 'vitest';

import { nodeRequest, transferRequest, type RequestLine } from '../../../electron/plivo/request';

const credentials = { authId: 'MAFAKE0EXAMPLE0BATON', authToken: 'fake-token-for-tests-1' };

const line: RequestLine = {
  apiBaseUrl: 'https://phlorunner.plivo.com',
  phloId: '8c77b816-d621-4028-afc8-1aeab1d497a8',
  nodeId: 'f4b1c9f2-2b1c-4c0e-9d53-3a5e0f1c2d3e',
  triggerSource: '+14152223333',
  numberFormat: 'e164',
};

const transfer = (changes: Partial<RequestLine> = {}, to = '+14152225555') =>
  transferRequest({ ...line, ...changes }, credentials, { to, role: 'agent' }, '0.1.0');

describe('the request of a cold transfer', () => {
  it('is one POST to the node of the PHLO', () => {
    const request = transfer();
    expect(request.method).toBe('POST');
    expect(request.origin).toBe('https://phlorunner.plivo.com');
    expect(request.path).toBe(
      '/v1/phlo/8c77b816-d621-4028-afc8-1aeab1d497a8/multi_party_call/f4b1c9f2-2b1c-4c0e-9d53-3a5e0f1c2d3e',
    );
  });

  it('carries the four fields in the order of the documents and nothing else', () => {
    expect(transfer().body).toBe(
      '{"action":"cold_transfer","to":"+14152225555","role":"agent","trigger_source":"+14152223333"}',
    );
  });

  it('names itself, says what it sends and takes, and signs in by Basic', () => {
    const basic = Buffer.from('MAFAKE0EXAMPLE0BATON:fake-token-for-tests-1').toString('base64');
    expect(transfer().headers).toEqual({
      Authorization: `Basic ${basic}`,
      Accept: 'application/json',
      'Accept-Encoding': 'identity',
      'Content-Type': 'application/json',
      'Content-Length': '93',
      'User-Agent': 'Baton/0.1.0',
    });
  });

  it('counts the length in bytes, not in characters', () => {
    const request = transfer({}, 'sip:zoë@phone.plivo.com');
    expect(request.headers['Content-Length']).toBe(String(Buffer.byteLength(request.body ?? '')));
    expect(Buffer.byteLength(request.body ?? '')).toBeGreaterThan((request.body ?? '').length);
  });

  it('sends the role that was chosen', () => {
    const request = transferRequest(
      line,
      credentials,
      { to: '+14152225555', role: 'customer' },
      '0.1.0',
    );
    expect(request.body).toContain('"role":"customer"');
  });

  it('encodes ids as one path segment each, whatever is in them', () => {
    expect(transfer({ phloId: 'a/b', nodeId: '5f c?#%é' }).path).toBe(
      '/v1/phlo/a%2Fb/multi_party_call/5f%20c%3F%23%25%C3%A9',
    );
    expect(transfer({ nodeId: 'x\ud800y' }).path).toMatch(/x%EF%BF%BDy$/);
  });

  it('keeps a path prefix of the base address, without doubling the slash', () => {
    const request = transfer({ apiBaseUrl: 'http://127.0.0.1:8080/gate/plivo//', phloId: 'p' });
    expect(request.origin).toBe('http://127.0.0.1:8080');
    expect(request.path).toMatch(/^\/gate\/plivo\/v1\/phlo\/p\/multi_party_call\/[^/]+$/);
  });
});

describe("the line's number format", () => {
  const addresses = (changes: Partial<RequestLine>, to?: string) => {
    const { to: sent, trigger_source } = JSON.parse(transfer(changes, to).body ?? '');
    return [sent, trigger_source];
  };

  it('e164 puts the plus in front of both numbers', () => {
    expect(addresses({})).toEqual(['+14152225555', '+14152223333']);
    expect(addresses({ triggerSource: '14152223333' })).toEqual(['+14152225555', '+14152223333']);
    expect(addresses({ triggerSource: '+1 (415) 222-3333' })[1]).toBe('+14152223333');
  });

  it('digits takes the plus from both numbers', () => {
    expect(addresses({ numberFormat: 'digits' })).toEqual(['14152225555', '14152223333']);
  });

  it('leaves alone what is no number, or none that a plus belongs to', () => {
    for (const address of ['agent+123', '+1415x', '+']) {
      expect(addresses({ numberFormat: 'digits', triggerSource: address })[1]).toBe(address);
    }
    for (const address of ['1234567890123456', '0123456789', '123456']) {
      expect(addresses({ triggerSource: address })[1]).toBe(address);
    }
  });

  it('leaves SIP addresses as they are in either format', () => {
    const agent = 'sip:agent123456789012@phone.plivo.com';
    const colleague = 'sip:+14152225555@phone.plivo.com';
    for (const numberFormat of ['e164', 'digits'] as const) {
      expect(addresses({ numberFormat, triggerSource: agent }, colleague)).toEqual([
        colleague,
        agent,
      ]);
    }
  });
});

describe('the request of "Test connection"', () => {
  it('reads the same node by GET and carries no body', () => {
    const request = nodeRequest(line, credentials, '0.1.0');
    expect(request.method).toBe('GET');
    expect(request.path).toBe(transfer().path);
    expect(request.body).toBeNull();
    expect(request.headers['Authorization']).toBe(transfer().headers['Authorization']);
    expect(request.headers).not.toHaveProperty('Content-Length');
  });
});
