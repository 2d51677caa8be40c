import { app, session } from 'electron';

import { version } from '../package.json';
import { argumentErrorText, parseArguments, type Arguments } from './cli/arguments';
import { helpText } from './cli/options';
import { replaceApplicationMenu } from './shell/application-menu';
import { onAbsence } from './shell/absence';
import { armShortcut } from './shell/arm-shortcut';
import { prepareApp, openUserData } from './shell/before-ready';
import { answeredAlone, answeredFromHistory } from './shell/commands';
import { hasCompositor } from './shell/compositor';
import { announce, complain, ignoreBrokenPipes, say } from './shell/console';
import { displayServerOf } from './shell/environment';
import { foldersOf } from './shell/folders';
import { StillPages } from './shell/kiosk/still-pages';
import { openLog } from './shell/log';
import { receiveLinks, registerLinks, type Links } from './shell/links';
import { openAutostart } from './shell/open-autostart';
import { openUpdates } from './shell/open-updates';
import { openAskedLine } from './shell/asked-line';
import { openForFirstStart, openForHandedOver } from './shell/opening';
import { quitAfterAttempts } from './shell/quit';
import { serveRenderer } from './shell/scheme';
import { lockSession } from './shell/security';
import { openServices } from './shell/services';
import { openSurfaces } from './shell/surfaces';

/** The order of start-up, and nothing else. */
async function start(options: Arguments, links: Links): Promise<void> {
  const closeOnQuit = quitAfterAttempts();
  const folders = foldersOf(__dirname, app.getPath('userData'));
  const log = openLog(folders.log);
  const displayServer = displayServerOf(process.platform, process.env);
  // What needs no Electron is opened while Electron gets ready.
  const [services, translucent] = await Promise.all([
    openServices({ options, folders, version, log, session: () => session.defaultSession }),
    hasCompositor(displayServer),
    app.whenReady(),
  ]);
  replaceApplicationMenu(process.platform);
  lockSession(session.defaultSession);
  const stillPages = new StillPages();
  serveRenderer(session.defaultSession, folders.renderer, stillPages.at);

  const autostart = openAutostart(services, options);
  const updates = openUpdates(services, options, log);
  const surfaces = await openSurfaces({
    ...{ services, autostart, updates },
    ...{ options, folders, version, log },
    ...{ displayServer, translucent },
    still: stillPages.show,
  });
  closeOnQuit({
    settled: () => {
      services.transfer.cancel('quit');
      return services.transfer.settled();
    },
    close: async () => {
      // Electron 25 crashes now and then where a window goes while its page is still loading.
      await surfaces.loaded.catch(() => false);
      updates.close();
      surfaces.close();
      await services.close();
    },
    signalFails: surfaces.kiosk !== null,
  });
  const { kiosk } = surfaces;
  if (kiosk === null) armShortcut(services, surfaces.shortcut);
  announce.armed(surfaces.shortcut.registered);
  registerLinks(app, {
    packaged: app.isPackaged,
    kiosk: kiosk !== null,
    platform: process.platform,
  });
  const opening = {
    lines: openAskedLine(services),
    popup: surfaces.popup,
    kiosk,
    changed: () => {
      services.changes.emit();
    },
    complain: (text: string) => {
      complain(text);
      log.warn(text);
    },
  };
  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    openForHandedOver(handedOver, opening);
  });
  if (!(await surfaces.loaded)) return;
  log.info(`Baton ${version} started on Electron ${process.versions.electron}`);
  announce.ready(surfaces.shortcut.registered);
  openForFirstStart(options, opening);
  links((url) => {
    openForHandedOver({ argv: [url], folder: '/' }, opening);
  });
  if (kiosk === null) {
    await surfaces.welcome.showAtFirstStart({
      options,
      settings: services.settings.current().settings,
    });
  }
  await onAbsence(process.platform, (why) => {
    services.transfer.cancel(why);
    kiosk?.absent();
  });
  updates.start();
  await services.settleCredentials();
}

function run(options: Arguments): void {
  if (answeredAlone(options, __dirname, version)) return;
  const userData = openUserData(options.userDataDir);
  if (!userData.ok) {
    complain(`the user-data folder cannot be used: ${userData.error.cause}`);
    app.exit(1);
    return;
  }
  if (answeredFromHistory(options, foldersOf(__dirname, userData.value))) return;
  if (!prepareApp()) {
    // Another Baton runs on this user-data folder; it has been handed our arguments. A kiosk's session
    // takes 0 for the PIN: one that only finds another Baton is tried again.
    if (options.kiosk) {
      complain('another Baton runs on this user-data folder already');
      app.exit(1);
    } else app.quit();
    return;
  }
  const links = receiveLinks(app);
  start(options, links).catch((error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    complain(`could not start: ${text}`);
    app.exit(1);
  });
}

ignoreBrokenPipes();
const parsed = parseArguments(process.argv.slice(1), process.cwd());
if (!parsed.ok) {
  complain(argumentErrorText(parsed.error));
  app.exit(1);
} else if (parsed.value.help || parsed.value.version) {
  say(parsed.value.help ? helpText() : `Baton ${version}`);
  app.exit(0);
} else {
  run(parsed.value);
}
