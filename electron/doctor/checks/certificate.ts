import type { PeerCertificate } from 'node:tls';

import type { Facts } from '../../contract/doctor';

/** The parts of a name that say whose certificate it is. */
function nameOf(name: PeerCertificate['subject'] | undefined): string {
  const parts = [name?.CN, name?.O].flat().filter((part) => part !== undefined);
  return parts.join(', ').slice(0, 300);
}

/** Whom a certificate names, who issued it, and until when it is good. */
export function certificateFacts(certificate: PeerCertificate | null): Facts {
  if (certificate === null) return {};
  const subject = nameOf(certificate.subject);
  const issuer = nameOf(certificate.issuer);
  const validUntil = Date.parse(certificate.valid_to);
  return {
    ...(subject === '' ? {} : { subject }),
    ...(issuer === '' ? {} : { issuer }),
    ...(Number.isNaN(validUntil) ? {} : { validUntil }),
  };
}

const day = 24 * 60 * 60 * 1000;

/** Whether a good certificate ends within two weeks. */
export function endsSoon(facts: Facts, now: number): boolean {
  return typeof facts.validUntil === 'number' && facts.validUntil - now < 14 * day;
}
