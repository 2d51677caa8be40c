const phoneNumber = /^\+?(\d{3,15})$/;
const sipAddress = /^(sips?):([^\s<>@/]+)@([^\s<>@/]+)$/i;

/**
 * One spelling for one member of a call. Plivo's own pages write numbers with and without the
 * plus, so both name the same member; host and scheme of a SIP address know no case. Null: neither
 * a phone number nor a SIP address. `<`, which separates several destinations in Plivo's Voice API,
 * is refused with everything else that is not one address (docs/behaviour.md).
 */
export function canonicalAddress(text: string): string | null {
  const digits = phoneNumber.exec(text)?.[1];
  if (digits !== undefined) return `+${digits}`;
  const [, scheme, user, host] = sipAddress.exec(text) ?? [];
  if (scheme === undefined || user === undefined || host === undefined) return null;
  return `${scheme.toLowerCase()}:${user}@${host.toLowerCase()}`;
}
