import type { MessageBus } from '@jellybrick/dbus-next';

/** How long the bus may take to answer, in milliseconds. */
const timeLimitMs = 3000;

interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature: string;
  readonly body: readonly string[];
}

/** What a call was answered; `unavailable`: there is no session bus, or it does not answer. */
type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable' };

const properties = 'org.freedesktop.DBus.Properties';

/** Makes one call on the session bus, over a connection of its own. Never rejects. */
async function callSessionBus(call: BusCall): Promise<Answer> {
  const dbus = await import('@jellybrick/dbus-next');
  let bus: MessageBus;
  try {
    bus = dbus.sessionBus();
  } catch {
    return { kind: 'unavailable' };
  }
  // Its types leave out the one event that must be listened to.
  const emitter: NodeJS.EventEmitter = bus;
  return await new Promise((resolve) => {
    const answer = (found: Answer) => {
      clearTimeout(timer);
      resolve(found);
      try {
        bus.disconnect();
      } catch {
        // It was never connected.
      }
    };
    const timer = setTimeout(() => answer({ kind: 'unavailable' }), timeLimitMs);
    emitter.on('error', () => answer({ kind: 'unavailable' }));
    bus.call(new dbus.Message({ ...call, body: [...call.body] })).then(
      (reply) => answer({ kind: 'value', value: reply?.body[0] }),
      (error: unknown) =>
        answer({ kind: error instanceof dbus.DBusError ? 'refused' : 'unavailable' }),
    );
  });
}

/** The boolean in the variant that a property is answered as. */
function booleanIn(answer: Answer): boolean | null {
  if (answer.kind !== 'value') return null;
  const { value } = answer;
  if (typeof value !== 'object' || value === null || !('value' in value)) return null;
  return typeof value.value === 'boolean' ? value.value : null;
}

/** Whether somebody on the session bus shows tray icons. */
export async function trayHost(): Promise<'host' | 'none' | 'no-bus'> {
  const answer = await callSessionBus({
    destination: 'org.kde.StatusNotifierWatcher',
    path: '/StatusNotifierWatcher',
    interface: properties,
    member: 'Get',
    signature: 'ss',
    body: ['org.kde.StatusNotifierWatcher', 'IsStatusNotifierHostRegistered'],
  });
  if (answer.kind === 'unavailable') return 'no-bus';
  return booleanIn(answer) === true ? 'host' : 'none';
}

/**
 * Whether the default collection of the Secret Service is locked: a locked one answers reads as if
 * nothing were stored. Null where nobody says it.
 */
export async function defaultCollectionLocked(): Promise<boolean | null> {
  return booleanIn(
    await callSessionBus({
      destination: 'org.freedesktop.secrets',
      path: '/org/freedesktop/secrets/aliases/default',
      interface: properties,
      member: 'Get',
      signature: 'ss',
      body: ['org.freedesktop.Secret.Collection', 'Locked'],
    }),
  );
}
