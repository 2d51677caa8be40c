import { runProgram } from '../run-program.mjs';
import { pollUntil } from './poll-until.mjs';
import { waitForBusName } from './session-bus.mjs';

const COLLECTION = '/org/freedesktop/secrets/collection/login';
const DEFAULT_ALIAS = '/org/freedesktop/secrets/aliases/default';
const READY_MS = 30_000;

// The session and the call that uses it must come over one connection, which gdbus cannot do; and
// `gnome-keyring-daemon --unlock` would start a second daemon. Debian's own Python has its dbus module.
const UNLOCK = `
import dbus, sys
service = dbus.SessionBus().get_object('org.freedesktop.secrets', '/org/freedesktop/secrets')
_, session = service.OpenSession(
    'plain', dbus.String('', variant_level=1),
    dbus_interface='org.freedesktop.Secret.Service')
password = sys.stdin.buffer.read()
service.UnlockWithMasterPassword(
    sys.argv[1],
    dbus.Struct((session, dbus.ByteArray(b''), dbus.ByteArray(password), 'text/plain'), signature='oayays'),
    dbus_interface='org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface')
`;

/**
 * Starts a real Secret Service with an unlocked default collection.
 * @param {import('./owned-processes.mjs').OwnedProcesses} processes
 * @param {NodeJS.ProcessEnv} env with the session bus's address
 * @param {string} password of the collection
 */
export async function startKeychain(processes, env, password) {
  const daemon = await processes.start(
    'gnome-keyring-daemon',
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    { env, input: password },
  );
  await waitForBusName(env, 'org.freedesktop.secrets', daemon);
  await waitForLocked(env, false);
}

/**
 * Locks the default collection; without a prompter on the bus it stays locked.
 * @param {NodeJS.ProcessEnv} env
 */
export async function lockKeychain(env) {
  await callSecrets(env, '/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock', [
    `['${COLLECTION}']`,
  ]);
  await waitForLocked(env, true);
}

/**
 * Unlocks the default collection with its password, through the daemon that is running.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} password
 */
export async function unlockKeychain(env, password) {
  const unlocked = await runProgram('/usr/bin/python3', ['-c', UNLOCK, COLLECTION], {
    env,
    input: password,
    limitMs: READY_MS,
  });
  if (unlocked.code !== 0) throw new Error(`The keychain was not unlocked. ${unlocked.stderr}`);
  await waitForLocked(env, false);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} the Locked property of the default collection
 */
export async function isKeychainLocked(env) {
  const answer = await callSecrets(env, DEFAULT_ALIAS, 'org.freedesktop.DBus.Properties.Get', [
    'org.freedesktop.Secret.Collection',
    'Locked',
  ]);
  return answer.includes('true');
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} locked
 */
async function waitForLocked(env, locked) {
  let reason = '';
  const reached = await pollUntil(
    async () => {
      try {
        return (await isKeychainLocked(env)) === locked;
      } catch (error) {
        reason = String(error);
        return false;
      }
    },
    { limitMs: READY_MS },
  );
  if (!reached) {
    throw new Error(
      `The default collection did not become ${locked ? 'locked' : 'open'}. ${reason}`,
    );
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} object
 * @param {string} method
 * @param {readonly string[]} args
 */
async function callSecrets(env, object, method, args) {
  const call = await runProgram(
    'gdbus',
    [
      ...['call', '--session', '--dest', 'org.freedesktop.secrets'],
      ...['--object-path', object, '--method', method, ...args],
    ],
    { env, limitMs: 10_000 },
  );
  if (call.code !== 0) throw new Error(`${method} failed. ${call.stderr}`);
  return call.stdout;
}
