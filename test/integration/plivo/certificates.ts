import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** A certificate authority made for one test run, and servers' identities that it signed. */
export interface Certificates {
  readonly folder: string;
  /** PEM file of the authority. */
  readonly caFile: string;
  readonly localhost: Identity;
  readonly otherName: Identity;
  readonly expired: Identity;
  readonly selfSigned: Identity;
  remove(): void;
}

export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'baton-certificates-'));
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const read = (name: string): Identity => ({
    key: readFileSync(join(folder, `${name}.key`), 'utf8'),
    cert: readFileSync(join(folder, `${name}.pem`), 'utf8'),
  });
  const alone = (name: string, ...more: string[]) =>
    openssl('req', '-x509', ...key, '-keyout', `${name}.key`, '-out', `${name}.pem`, ...more);
  const signed = (name: string, altNames: string, days: string): Identity => {
    const csr = `${name}.csr`;
    openssl('req', ...key, '-keyout', `${name}.key`, '-out', csr, '-subj', `/CN=${name}`);
    writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${altNames}\n`);
    const authority = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
    const terms = ['-days', days, '-extfile', `${name}.ext`];
    openssl('x509', '-req', '-in', csr, ...authority, '-out', `${name}.pem`, ...terms);
    return read(name);
  };
  const local = 'DNS:localhost,IP:127.0.0.1';
  alone('ca', '-days', '30', '-subj', '/CN=Baton test authority');
  const localhost = signed('localhost', local, '30');
  const otherName = signed('other', 'DNS:other.example', '30');
  const expired = signed('expired', local, '-1');
  alone('self', '-days', '30', '-subj', '/CN=localhost', '-addext', `subjectAltName=${local}`);
  return {
    folder,
    caFile: join(folder, 'ca.pem'),
    localhost,
    otherName,
    expired,
    selfSigned: read('self'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
