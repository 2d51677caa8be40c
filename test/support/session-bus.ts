import type { Desktop } from './baton';

/** A call of a method on the session bus. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly method: string;
  /** Signature of the arguments, as D-Bus writes it. */
  readonly signature?: string;
  readonly args?: readonly unknown[];
}

// gdbus prints GVariant text, which nothing here reads; Debian's own Python has its dbus module.
// Tray items do not describe themselves, so the signature comes with the call.
const client = `
import dbus, json, sys
call = json.load(sys.stdin)
target = dbus.SessionBus().get_object(call['destination'], call['path'], introspect=False)
method = target.get_dbus_method(call['method'], call['interface'])
print(json.dumps(method(*call.get('args', []), signature=call.get('signature', ''))))
`;

/** Makes the call and gives what it answers as JSON holds it. Rejects where it is answered with an error. */
export async function callBus(desktop: Desktop, call: BusCall): Promise<unknown> {
  const { code, stdout, stderr } = await desktop.run('/usr/bin/python3', ['-c', client], {
    input: JSON.stringify(call),
    limitMs: 20_000,
  });
  if (code !== 0) throw new Error(`${call.interface}.${call.method}: ${stderr}`);
  return JSON.parse(stdout);
}
