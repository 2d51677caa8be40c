import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createTrust } from '../../../electron/plivo/trust';
import { makeCertificates, type Certificates } from './certificates';

let certificates: Certificates;
beforeAll(() => {
  certificates = makeCertificates();
});
afterAll(() => certificates.remove());

it('a CA file is read at each opening, and put together anew only when it has changed', async () => {
  const caFile = join(certificates.folder, 'in-use.pem');
  const use = (name: string) => copyFileSync(join(certificates.folder, name), caFile);
  const trust = createTrust();
  const contextOf = async () => {
    const trusted = await trust(caFile);
    return trusted.ok ? trusted.value : trusted.error;
  };
  use('ca.pem');
  const first = await contextOf();
  expect(await contextOf()).toBe(first);
  use('stranger.pem');
  expect(await contextOf()).not.toBe(first);
  rmSync(caFile);
  expect(await contextOf()).toEqual({ stage: 'ca-file', code: 'ENOENT', proxyStatus: null });
});
