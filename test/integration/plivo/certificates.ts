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
  readonly notYetValid: Identity;
  /** Good for clients alone. */
  readonly wrongUsage: Identity;
  readonly selfSigned: Identity;
  /** Of an authority that is in no file, which is sent along. */
  readonly strangerChain: Identity;
  /** Signed by `localhost`, which is no authority. */
  readonly signedByServer: Identity;
  remove(): void;
}

/** What `openssl ca` wants; it alone can date a certificate into the future. */
const authorityConfiguration = `
[ca]
default_ca = authority
[authority]
new_certs_dir = .
database = index.txt
serial = serial.txt
default_md = sha256
policy = anything
unique_subject = no
[anything]
commonName = supplied
`;

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
  const requested = (name: string, extensions: string) => {
    openssl('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    writeFileSync(join(folder, `${name}.ext`), extensions);
  };
  const signed = (name: string, extensions: string, days = '30', by = 'ca'): Identity => {
    requested(name, extensions);
    const authority = ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial'];
    const terms = ['-days', days, '-extfile', `${name}.ext`];
    openssl('x509', '-req', '-in', `${name}.csr`, ...authority, '-out', `${name}.pem`, ...terms);
    return read(name);
  };
  const signedForLater = (name: string, extensions: string): Identity => {
    requested(name, extensions);
    writeFileSync(join(folder, 'ca.cnf'), authorityConfiguration);
    writeFileSync(join(folder, 'index.txt'), '');
    writeFileSync(join(folder, 'serial.txt'), '1000\n');
    const authority = ['-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key'];
    const dates = ['-startdate', '20900101000000Z', '-enddate', '20910101000000Z'];
    const files = ['-in', `${name}.csr`, '-out', `${name}.pem`, '-extfile', `${name}.ext`];
    openssl('ca', '-batch', '-notext', ...authority, ...dates, ...files);
    return read(name);
  };
  const withChain = (identity: Identity, above: string): Identity => ({
    ...identity,
    cert: `${identity.cert}${readFileSync(join(folder, `${above}.pem`), 'utf8')}`,
  });
  const local = 'subjectAltName=DNS:localhost,DNS:*.baton.test,IP:127.0.0.1\n';
  alone('ca', '-days', '30', '-subj', '/CN=Baton test authority');
  alone('stranger', '-days', '30', '-subj', '/CN=Nobody knows this authority');
  const localhost = signed('localhost', local);
  alone('self', '-days', '30', '-subj', '/CN=localhost', '-addext', local.trim());
  return {
    folder,
    caFile: join(folder, 'ca.pem'),
    localhost,
    otherName: signed('other', 'subjectAltName=DNS:other.example\n'),
    expired: signed('expired', local, '-1'),
    notYetValid: signedForLater('later', local),
    wrongUsage: signed('client', `${local}extendedKeyUsage=clientAuth\n`),
    selfSigned: read('self'),
    strangerChain: withChain(signed('strange', local, '30', 'stranger'), 'stranger'),
    signedByServer: withChain(signed('grandchild', local, '30', 'localhost'), 'localhost'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
