import type { SettingsRoute } from '../../../electron/contract/manager';
import { t } from '../../ui/texts';

interface IndexedSetting {
  readonly route: SettingsRoute;
  /** The name that stands beside the control, in the language of the moment. */
  readonly label: () => string;
  /** What stands below it, where it says more than the name. */
  readonly description?: () => string;
}

/**
 * Every setting there is, in the order of the pages. A control carries its id as `data-setting`, so
 * that the search can lead to it; its other words stand in the texts under `manager.search.words`.
 */
export const settingsIndex = {
  authId: { route: 'account', label: () => t('manager.account.authId.label') },
  authToken: {
    route: 'account',
    label: () => t('manager.account.token.label'),
    description: () => t('manager.account.token.hint'),
  },
  connectionTest: { route: 'account', label: () => t('manager.account.test.button') },
  plivoAddress: { route: 'account', label: () => t('manager.account.network.plivoAddress') },
  proxy: { route: 'account', label: () => t('manager.account.network.proxy') },
  proxyAddress: { route: 'account', label: () => t('manager.account.network.proxyAddress') },
  caFile: {
    route: 'account',
    label: () => t('manager.account.network.caFile'),
    description: () => t('manager.account.network.caFileHint'),
  },
  connectTimeoutMs: {
    route: 'account',
    label: () => t('manager.account.network.connectTimeoutMs'),
  },
  totalTimeoutMs: { route: 'account', label: () => t('manager.account.network.totalTimeoutMs') },
  lines: { route: 'lines', label: () => t('manager.lines.inUse') },
  importLines: { route: 'lines', label: () => t('manager.bring.open') },
  region: { route: 'lines', label: () => t('manager.lines.region.label') },
  favourites: { route: 'directory', label: () => t('manager.directory.favourites.heading') },
  files: { route: 'directory', label: () => t('manager.directory.files') },
  watchFile: {
    route: 'directory',
    label: () => t('manager.directory.watchFile.label'),
    description: () => t('manager.directory.watchFile.hint'),
  },
  people: { route: 'directory', label: () => t('manager.directory.people.heading') },
  shortcut: { route: 'shortcuts', label: () => t('manager.shortcuts.open') },
  popupKeys: { route: 'shortcuts', label: () => t('manager.shortcuts.inPopup') },
  holdBackSeconds: {
    route: 'behaviour',
    label: () => t('manager.behaviour.holdBack.label'),
    description: () => t('manager.behaviour.holdBack.hint'),
  },
  closing: { route: 'behaviour', label: () => t('manager.behaviour.closing.label') },
  closeAfterMs: {
    route: 'behaviour',
    label: () => t('manager.behaviour.closeAfter.label'),
    description: () => t('manager.behaviour.closeAfter.hint'),
  },
  clipboardOffer: {
    route: 'behaviour',
    label: () => t('manager.behaviour.clipboard.label'),
    description: () => t('manager.behaviour.clipboard.hint'),
  },
  launchAtLogin: {
    route: 'behaviour',
    label: () => t('manager.login.label'),
    description: () => t('manager.login.hint'),
  },
  theme: { route: 'behaviour', label: () => t('manager.behaviour.theme.label') },
  language: {
    route: 'behaviour',
    label: () => t('manager.behaviour.language.label'),
    description: () => t('manager.behaviour.language.hint'),
  },
  historyDays: {
    route: 'privacy',
    label: () => t('manager.privacy.days.label'),
    description: () => t('manager.privacy.days.hint'),
  },
  history: {
    route: 'privacy',
    label: () => t('manager.privacy.show.label'),
    description: () => t('manager.privacy.show.hint'),
  },
  clearHistory: {
    route: 'privacy',
    label: () => t('manager.privacy.clear.label'),
    description: () => t('manager.privacy.clear.hint'),
  },
  kept: {
    route: 'privacy',
    label: () => t('manager.privacy.kept.heading'),
    description: () => t('manager.privacy.kept.note'),
  },
  exportSettings: {
    route: 'about',
    label: () => t('manager.exportSettings.heading'),
    description: () => t('manager.exportSettings.hint'),
  },
  updates: { route: 'about', label: () => t('manager.updates.heading') },
  checkUp: {
    route: 'about',
    label: () => t('doctor.title'),
    description: () => t('doctor.about.hint'),
  },
  welcome: {
    route: 'about',
    label: () => t('manager.about.welcome'),
    description: () => t('manager.about.welcomeHint'),
  },
  appFiles: { route: 'about', label: () => t('manager.about.files') },
  runtime: { route: 'about', label: () => t('manager.about.runtime') },
  links: { route: 'about', label: () => t('manager.about.links') },
} as const satisfies Record<string, IndexedSetting>;

export type SettingId = keyof typeof settingsIndex;

const isSettingId = (text: string): text is SettingId => Object.hasOwn(settingsIndex, text);

export const settingIds: readonly SettingId[] = Object.keys(settingsIndex).filter(isSettingId);
