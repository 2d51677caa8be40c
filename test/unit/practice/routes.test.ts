import { describe, expect, it } from 'vitest';

import { canonicalAddress } from '../../../electron/practice/address';
import { routeOf } from '../../../electron/practice/routes';

const node = '/v1/phlo/p1/multi_party_call/n1';

describe('a request target', () => {
  it.each([
    ['GET', '/v1/phlo/p1', { kind: 'read-phlo', phloId: 'p1' }],
    ['GET', '/v1/phlo/p1/', { kind: 'read-phlo', phloId: 'p1' }],
    ['GET', node, { kind: 'read-node', phloId: 'p1', nodeId: 'n1' }],
    ['GET', `${node}/?a=b/c`, { kind: 'read-node', phloId: 'p1', nodeId: 'n1' }],
    ['POST', node, { kind: 'node-action', phloId: 'p1', nodeId: 'n1' }],
    ['POST', `${node}/`, { kind: 'node-action', phloId: 'p1', nodeId: 'n1' }],
  ])('%s %s is read', (method, target, route) => {
    expect(routeOf(method, target)).toEqual(route);
  });

  it.each(['+14152223333', '%2B14152223333', '14152223333', 'sip:ann1@phone.plivo.com'])(
    'names the member %s raw or encoded, with or without a slash behind it',
    (member) => {
      for (const end of ['', '/']) {
        expect(routeOf('POST', `${node}/members/${member}${end}`)).toEqual({
          kind: 'member-action',
          phloId: 'p1',
          nodeId: 'n1',
          member: decodeURIComponent(member),
        });
      }
    },
  );

  it('may hold ids of any form, URL-encoded', () => {
    expect(routeOf('POST', '/v1/phlo/a%2Fb/multi_party_call/n%201')).toEqual({
      kind: 'node-action',
      phloId: 'a/b',
      nodeId: 'n 1',
    });
  });

  it.each([
    '/',
    '/v1',
    '/v1/phlo',
    '/v2/phlo/p1',
    '/v1/phlo/p1/other',
    '/v1/phlo/p1/multi_party_call',
    `${node}//`,
    `${node}/members`,
    `${node}/member/+1415`,
    `${node}/members/+1415/more`,
    '/v1/phlo/%E0%A4%A',
    '*',
    'http://127.0.0.1/v1/phlo/p1',
  ])('%s is unknown', (target) => {
    expect(routeOf('GET', target)).toEqual({ kind: 'unknown-path' });
  });

  it.each([
    ['POST', '/v1/phlo/p1', 'GET'],
    ['PUT', node, 'GET, POST'],
    ['GET', `${node}/members/+14152223333`, 'POST'],
  ])('%s %s is told what it takes', (method, target, allow) => {
    expect(routeOf(method, target)).toEqual({ kind: 'wrong-method', allow });
  });
});

describe('an address', () => {
  it('is the same with and without its plus', () => {
    expect(canonicalAddress('14152223333')).toBe('+14152223333');
    expect(canonicalAddress('+14152223333')).toBe('+14152223333');
  });

  it('knows no case in the scheme and host of a SIP address, and does in its user', () => {
    expect(canonicalAddress('SIP:Ann1@Phone.plivo.com')).toBe('sip:Ann1@phone.plivo.com');
  });

  it.each(['', '+', 'not a number!!', '+1 415', '+14152223333<+14152224444', 'sip:a@b<sip:c@d'])(
    'is not "%s"',
    (text) => {
      expect(canonicalAddress(text)).toBeNull();
    },
  );
});
