import type { Message, MessageBus } from '@jellybrick/dbus-next';
import { powerMonitor } from 'electron';

/** Nobody sits at the screen: the computer goes to sleep, or the screen is locked. */
export type Absence = 'suspended' | 'locked';

interface LinuxSignal {
  readonly bus: 'session' | 'system';
  readonly interface: string;
  readonly member: string;
  readonly means: Absence;
}

/**
 * Electron tells of a locked screen on macOS and Windows only. On Linux logind and the screen saver
 * say it on the bus; who else may say it there can only make Baton more careful.
 */
const linuxSignals: readonly LinuxSignal[] = [
  { bus: 'system', interface: 'org.freedesktop.login1.Session', member: 'Lock', means: 'locked' },
  {
    bus: 'system',
    interface: 'org.freedesktop.login1.Manager',
    member: 'PrepareForSleep',
    means: 'suspended',
  },
  {
    bus: 'session',
    interface: 'org.freedesktop.ScreenSaver',
    member: 'ActiveChanged',
    means: 'locked',
  },
  { bus: 'session', interface: 'org.gnome.ScreenSaver', member: 'ActiveChanged', means: 'locked' },
];

/**
 * Calls back whenever the person is no longer there. A bus that is missing is no error: many
 * kiosks have none.
 */
export async function onAbsence(
  platform: NodeJS.Platform,
  absent: (why: Absence) => void,
): Promise<void> {
  powerMonitor.on('suspend', () => {
    absent('suspended');
  });
  powerMonitor.on('lock-screen', () => {
    absent('locked');
  });
  if (platform !== 'linux') return;
  const dbus = await import('@jellybrick/dbus-next');
  for (const name of ['session', 'system'] as const) {
    let bus: MessageBus;
    try {
      bus = name === 'session' ? dbus.sessionBus() : dbus.systemBus();
    } catch {
      continue;
    }
    // Its types leave out the one event that must be listened to.
    const emitter: NodeJS.EventEmitter = bus;
    emitter.on('error', () => undefined);
    const signals = linuxSignals.filter((signal) => signal.bus === name);
    bus.on('message', (message) => {
      const why = meaningOf(message, signals);
      if (why !== null) absent(why);
    });
    for (const signal of signals) {
      bus.call(new dbus.Message(subscription(signal))).catch(() => undefined);
    }
  }
}

function meaningOf(message: Message, signals: readonly LinuxSignal[]): Absence | null {
  const signal = signals.find(
    (one) => one.interface === message.interface && one.member === message.member,
  );
  // The boolean of ActiveChanged and PrepareForSleep: false says that it is over.
  return signal === undefined || message.body[0] === false ? null : signal.means;
}

/** Asks the bus to pass on a signal, whoever sends it. */
function subscription({ interface: name, member }: LinuxSignal) {
  return {
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
    member: 'AddMatch',
    signature: 's',
    body: [`type='signal',interface='${name}',member='${member}'`],
  };
}
