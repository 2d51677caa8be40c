import type { CheckedConfig } from '../cli/check-config';
import type { CheckId, Finding } from '../contract/doctor';
import { finding, type Task } from './check-up';
import {
  displayFinding,
  trayFinding,
  type DisplayReading,
  type TrayReading,
} from './checks/desktop';
import { checkDisk } from './checks/disk';
import { journalFinding, type JournalReading } from './checks/journal';
import { keychainFinding, type KeychainReading } from './checks/keychain';
import { checkNetwork, networkChecks, type NetworkPorts } from './checks/network';
import { settingsFinding } from './checks/settings';
import { checkShortcut, type ShortcutPort } from './checks/shortcut';
import { versionsFinding, type Versions } from './checks/versions';

/** All that the checks look at; each is asked once, side by side with the others. */
export interface DoctorPorts {
  readonly versions: Versions;
  readonly settings: () => CheckedConfig;
  readonly journal: () => Promise<JournalReading>;
  /** The user-data folder. */
  readonly folder: string;
  readonly keychain: () => Promise<KeychainReading>;
  readonly display: () => Promise<DisplayReading>;
  readonly tray: () => Promise<TrayReading>;
  /** Null where another process holds the shortcut. */
  readonly shortcut: ShortcutPort | null;
  readonly network: NetworkPorts;
  /** A kiosk has neither tray nor shortcut (docs/kiosk.md). */
  readonly kiosk: boolean;
}

/** Milliseconds. */
const usualLimit = 15_000;
/** A long history takes its time, and nobody waits for it. */
const journalLimit = 60_000;
/** What is left to a check after the waits of its own. */
const margin = 5_000;

const single = (
  id: CheckId,
  find: () => Finding | Promise<Finding>,
  limitMs = usualLimit,
): Task => ({
  checks: [id],
  limitMs,
  run: async ({ found }) => {
    found(id, await find());
  },
});

/** The check-up's tasks. Those on the way to Plivo go one after the other, the rest side by side. */
export function doctorTasks(ports: DoctorPorts): readonly Task[] {
  const { network, kiosk, shortcut } = ports;
  const { connectTimeoutMs, totalTimeoutMs } = network.network;
  return [
    single('versions', () => versionsFinding(ports.versions)),
    single('settings', () => settingsFinding(ports.settings())),
    single('journal', async () => journalFinding(await ports.journal()), journalLimit),
    single('disk', () => checkDisk(ports.folder)),
    single('keychain', async () => keychainFinding(await ports.keychain())),
    single('display', async () => displayFinding(await ports.display())),
    single('tray', async () => trayFinding(kiosk ? 'kiosk' : await ports.tray())),
    {
      checks: ['shortcut'],
      limitMs: (shortcut?.patienceMs ?? 0) + margin,
      run: async (turn) => {
        turn.found(
          'shortcut',
          kiosk ? finding('shortcut-kiosk') : await checkShortcut(shortcut, turn),
        );
      },
    },
    {
      checks: networkChecks,
      // The GET waits in the keychain's queue, and connects again.
      limitMs: usualLimit + connectTimeoutMs + totalTimeoutMs + margin,
      run: async (turn) => {
        await checkNetwork(turn, network);
      },
    },
  ];
}
