import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../run-program.mjs';
import { pollUntil } from './poll-until.mjs';

const READY_MS = 30_000;

/**
 * Starts a session bus that activates nothing by itself: whoever answers on it was started here and
 * is ended here, and no prompter can appear to unlock a keyring that a test keeps locked.
 * @param {import('./owned-processes.mjs').OwnedProcesses} processes
 * @param {string} folder where its socket and configuration go
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the address
 */
export async function startSessionBus(processes, folder, env) {
  const configuration = join(folder, 'session-bus.conf');
  const address = `unix:path=${join(folder, 'bus')}`;
  await writeFile(
    configuration,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`,
  );
  const bus = await processes.start(
    'dbus-daemon',
    'dbus-daemon',
    [`--config-file=${configuration}`, '--nofork', '--nopidfile'],
    { env },
  );
  const busEnv = { ...env, DBUS_SESSION_BUS_ADDRESS: address };
  const answered = await pollUntil(
    async () => bus.ended() || (await callBus(busEnv, 'GetId')) !== null,
    { limitMs: READY_MS },
  );
  if (!answered || bus.ended()) throw new Error(`The session bus did not start. ${bus.output()}`);
  return address;
}

/**
 * Waits until somebody owns a name on the session bus.
 * @param {NodeJS.ProcessEnv} env with the bus's address
 * @param {string} name
 * @param {import('./owned-processes.mjs').OwnedProcess} owner the process that is to take it
 */
export async function waitForBusName(env, name, owner) {
  const taken = await pollUntil(
    async () =>
      owner.ended() || (await callBus(env, 'NameHasOwner', name))?.includes('true') === true,
    { limitMs: READY_MS },
  );
  if (!taken || owner.ended()) {
    throw new Error(`${owner.name} did not take ${name} on the session bus. ${owner.output()}`);
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} method of org.freedesktop.DBus
 * @param {readonly string[]} args
 * @returns {Promise<string | null>} the answer as gdbus prints it, or null when the bus did not answer
 */
async function callBus(env, method, ...args) {
  const call = await runProgram(
    'gdbus',
    [
      ...['call', '--session', '--dest', 'org.freedesktop.DBus'],
      ...['--object-path', '/org/freedesktop/DBus', '--method', `org.freedesktop.DBus.${method}`],
      ...args,
    ],
    { env, limitMs: 5000 },
  );
  return call.code === 0 ? call.stdout : null;
}
