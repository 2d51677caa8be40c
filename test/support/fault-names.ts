import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

/** How the lookup of a name goes: an error's code, addresses, or never. */
export type FaultyLookup = { readonly code: string } | readonly string[] | 'never';

type Callback = (error: Error | null, addresses?: readonly dns.LookupAddress[]) => void;

/**
 * Lets the system's lookup fail for some names, without any network: the names are known to this
 * process alone. Every other name is looked up as ever.
 * @returns Puts the system's own lookup back.
 */
export function injectLookups(names: Readonly<Record<string, FaultyLookup>>): () => void {
  const original = dns.lookup;
  const injected = (host: string, options: dns.LookupAllOptions, callback: Callback) => {
    const lookup = names[host];
    if (lookup === undefined) {
      original(host, options, callback);
      return;
    }
    if (lookup === 'never') return;
    setImmediate(() => {
      if ('code' in lookup) callback(Object.assign(new Error(lookup.code), lookup));
      else
        callback(
          null,
          lookup.map((address) => ({ address, family: 4 })),
        );
    });
  };
  Object.assign(dns, { lookup: injected });
  syncBuiltinESMExports();
  return () => {
    Object.assign(dns, { lookup: original });
    syncBuiltinESMExports();
  };
}
