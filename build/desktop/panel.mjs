import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../run-program.mjs';
import { waitForBusName } from './session-bus.mjs';
import { waitForWindow } from './window-system.mjs';

// A panel without configuration asks a question on its first run; this one has only what is looked at.
const PANEL = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=10;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="icon-size" type="uint" value="22"/>
      <property name="size" type="uint" value="32"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-2" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
    <property name="plugin-3" type="string" value="clock"/>
  </property>
</channel>
`;

/**
 * Starts a panel that shows tray items: it is the host, and the watcher, of StatusNotifier items.
 * @param {import('./owned-processes.mjs').OwnedProcesses} processes
 * @param {NodeJS.ProcessEnv} env with display and session bus
 * @param {string} configFolder the XDG configuration folder
 */
export async function startPanel(processes, env, configFolder) {
  const channels = join(configFolder, 'xfce4', 'xfconf', 'xfce-perchannel-xml');
  await mkdir(channels, { recursive: true });
  await writeFile(join(channels, 'xfce4-panel.xml'), PANEL);
  const settings = await processes.start('xfconfd', await xfconfProgram(), [], { env });
  await waitForBusName(env, 'org.xfce.Xfconf', settings);
  const panel = await processes.start(
    'xfce4-panel',
    'xfce4-panel',
    ['--disable-wm-check', '--sm-client-disable'],
    { env },
  );
  await waitForBusName(env, 'org.kde.StatusNotifierWatcher', panel);
  await waitForWindow(panel, env, async () => {
    const dock = await runProgram(
      'xdotool',
      ['search', '--onlyvisible', '--class', 'xfce4-panel'],
      {
        env,
      },
    );
    return dock.code === 0;
  });
}

/** Its folder carries the machine's architecture on Debian, and lies in lib or lib64 elsewhere. */
async function xfconfProgram() {
  const { stdout } = await runProgram('dpkg-architecture', ['-qDEB_HOST_MULTIARCH'], {});
  const triples = [stdout.trim(), 'x86_64-linux-gnu', 'aarch64-linux-gnu'].filter(Boolean);
  const places = [...triples.map((triple) => `/usr/lib/${triple}`), '/usr/lib64', '/usr/lib'];
  const found = places
    .map((place) => join(place, 'xfce4', 'xfconf', 'xfconfd'))
    .find((program) => existsSync(program));
  if (found === undefined)
    throw new Error('xfconfd, the settings service of the panel, is missing.');
  return found;
}
