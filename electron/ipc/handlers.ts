import type { WindowName } from '../contract/channels';
import type { CheckUp } from '../contract/doctor';
import type { KioskExit } from '../contract/kiosk';
import type { ManagerRoute, ManagerState, SettingError } from '../contract/manager';
import type { PopupState, QueryReply } from '../contract/popup';
import { ok, type Result } from '../contract/result';
import type { CallRequest, CallReply } from '../contract/schemas';
import type { CallHandlers } from './router';
import { done } from './router';

/** The history's part of the desk. */
export interface HistoryDesk {
  page(request: CallRequest<'history:page'>): CallReply<'history:page'>;
  lines(): CallReply<'history:lines'>;
  detail(attemptId: string): CallReply<'history:detail'>;
  copy(request: CallRequest<'history:copy'>): Promise<CallReply<'history:copy'>>;
  export(request: CallRequest<'history:export'>): Promise<CallReply<'history:export'>>;
  clear(): CallReply<'history:clear'>;
}

/** The directory's part of the desk. */
export interface DirectoryDesk {
  page(request: CallRequest<'directory:page'>): Promise<CallReply<'directory:page'>>;
  rejected(request: CallRequest<'directory:rejected'>): Promise<CallReply<'directory:rejected'>>;
  choose(): Promise<CallReply<'directory:choose'>>;
  import(request: CallRequest<'directory:import'>): Promise<CallReply<'directory:import'>>;
  remove(sourceId: string): Promise<CallReply<'directory:remove'>>;
  reload(sourceId: string): Promise<CallReply<'directory:reload'>>;
}

/** What people bring from elsewhere: found, shown, then taken. */
export interface ArtefactsDesk {
  read(request: CallRequest<'artefacts:read'>): CallReply<'artefacts:read'>;
  chooseFiles(
    request: CallRequest<'artefacts:choose-files'>,
  ): Promise<CallReply<'artefacts:choose-files'>>;
  take(request: CallRequest<'artefacts:take'>): Promise<CallReply<'artefacts:take'>>;
  drop(): void;
}

/** The kiosk's part of the desk. Where Baton is no kiosk, every PIN is wrong. */
export interface KioskDesk {
  unlock(pin: string): Promise<CallReply<'kiosk:unlock'>>;
  lock(): void;
  leave(to: KioskExit): CallReply<'kiosk:leave'>;
  touched(): void;
}

/** The check-up's part of the desk. */
export interface DoctorDesk {
  /** Begins one where none runs. */
  run(): CheckUp;
  cancel(only: CallRequest<'doctor:cancel'>['only']): void;
  copy(): Promise<CallReply<'doctor:copy'>>;
  save(): Promise<CallReply<'doctor:save'>>;
}

/** What the windows can ask for, in main's own terms; wired up in main.ts. */
export interface Desk {
  readonly popup: {
    state(): PopupState;
    query(text: string): Promise<QueryReply>;
    resize(height: number): void;
    close(): void;
  };
  readonly transfer: {
    start(request: CallRequest<'transfer:start'>): Promise<CallReply<'transfer:start'>>;
    undo(attemptId: string): void;
    sendNow(attemptId: string): void;
    dismiss(attemptId: string): void;
    answer(request: CallRequest<'transfer:answer'>, from: WindowName): CallReply<'transfer:answer'>;
    copyDetails(attemptId: string): Promise<void>;
  };
  readonly practice: { restartCall(): void };
  readonly manager: {
    state(): ManagerState;
    route(): ManagerRoute;
    /** `from`: the window that asks, where one does. */
    open(route: ManagerRoute, from?: WindowName): void;
  };
  readonly settings: {
    change(change: CallRequest<'settings:change'>): Promise<Result<null, SettingError>>;
    /** `from`: the window that asks, where one does. */
    selectLine(lineId: string, from?: WindowName): Promise<Result<null, SettingError>>;
    changeShortcut(shortcut: string): Promise<CallReply<'shortcut:change'>>;
  };
  readonly credentials: {
    save(token: string): Promise<CallReply<'credentials:save'>>;
    useForSession(token: string): Promise<CallReply<'credentials:use-session'>>;
    remove(): Promise<CallReply<'credentials:remove'>>;
    refresh(): Promise<void>;
    test(lineId: string): Promise<CallReply<'connection:test'>>;
  };
  readonly updates: { check(): void; restart(): CallReply<'updates:restart'> };
  readonly history: HistoryDesk;
  readonly directory: DirectoryDesk;
  readonly artefacts: ArtefactsDesk;
  readonly exportSettings: () => Promise<CallReply<'settings:export'>>;
  readonly doctor: DoctorDesk;
  readonly welcome: { done(): Promise<void>; try(): Promise<void> };
  readonly kiosk: KioskDesk;
  readonly openLink: (link: CallRequest<'link:open'>['link']) => Promise<void>;
}

/** One line for each channel: which part of Baton answers it. */
export function handlersOf(desk: Desk): CallHandlers {
  const { popup, transfer, practice, manager, settings, credentials } = desk;
  const { updates, history, directory, artefacts, doctor, welcome, kiosk } = desk;
  return {
    'popup:load': () => ok(popup.state()),
    'popup:query': async ({ text }) => ok(await popup.query(text)),
    'popup:resize': ({ height }) => (popup.resize(height), done),
    'popup:close': () => (popup.close(), done),
    'transfer:start': (request) => transfer.start(request),
    'transfer:undo': ({ attemptId }) => (transfer.undo(attemptId), done),
    'transfer:send-now': ({ attemptId }) => (transfer.sendNow(attemptId), done),
    'transfer:dismiss': ({ attemptId }) => (transfer.dismiss(attemptId), done),
    'transfer:answer': (request, window) => transfer.answer(request, window),
    'transfer:copy-details': async ({ attemptId }) => (await transfer.copyDetails(attemptId), done),
    'line:select': ({ lineId }, window) => settings.selectLine(lineId, window),
    'practice:restart-call': () => (practice.restartCall(), done),
    'manager:open': ({ route }, window) => (manager.open(route, window), done),
    'manager:load': () => ok({ state: manager.state(), route: manager.route() }),
    'settings:change': (change) => settings.change(change),
    'shortcut:change': ({ shortcut }) => settings.changeShortcut(shortcut),
    'credentials:save': ({ token }) => credentials.save(token),
    'credentials:use-session': ({ token }) => credentials.useForSession(token),
    'credentials:remove': () => credentials.remove(),
    'credentials:refresh': async () => (await credentials.refresh(), done),
    'connection:test': ({ lineId }) => credentials.test(lineId),
    'updates:check': () => (updates.check(), done),
    'updates:restart': () => updates.restart(),
    'history:page': (request) => history.page(request),
    'history:lines': () => history.lines(),
    'history:detail': ({ attemptId }) => history.detail(attemptId),
    'history:copy': (request) => history.copy(request),
    'history:export': (request) => history.export(request),
    'history:clear': () => history.clear(),
    'directory:page': (request) => directory.page(request),
    'directory:rejected': (request) => directory.rejected(request),
    'directory:choose': () => directory.choose(),
    'directory:import': (request) => directory.import(request),
    'directory:remove': ({ sourceId }) => directory.remove(sourceId),
    'directory:reload': ({ sourceId }) => directory.reload(sourceId),
    'artefacts:read': (request) => artefacts.read(request),
    'artefacts:choose-files': (request) => artefacts.chooseFiles(request),
    'artefacts:take': (request) => artefacts.take(request),
    'artefacts:drop': () => (artefacts.drop(), done),
    'settings:export': () => desk.exportSettings(),
    'doctor:run': () => ok(doctor.run()),
    'doctor:cancel': ({ only }) => (doctor.cancel(only), done),
    'doctor:copy': () => doctor.copy(),
    'doctor:save': () => doctor.save(),
    'welcome:done': async () => (await welcome.done(), done),
    'welcome:try': async () => (await welcome.try(), done),
    'kiosk:unlock': ({ pin }) => kiosk.unlock(pin),
    'kiosk:lock': () => (kiosk.lock(), done),
    'kiosk:leave': ({ to }) => kiosk.leave(to),
    'kiosk:touched': () => (kiosk.touched(), done),
    'link:open': async ({ link }) => (await desk.openLink(link), done),
  };
}
