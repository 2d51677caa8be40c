import { z } from 'zod';

import {
  artefactErrorSchema,
  artefactPreviewSchema,
  maxArtefactLength,
  takeArtefactsSchema,
  takeErrorSchema,
} from './artefacts';
import type { CallChannel, PushChannel } from './channels';
import { credentialErrorSchema } from './credentials';
import {
  columnMappingSchema,
  directoryErrorSchema,
  directoryPageSchema,
  importPreviewSchema,
  importReportSchema,
  rejectedRowSchema,
} from './directory';
import { checkUpSchema, reportErrorSchema, reportSavedSchema } from './doctor';
import {
  attemptDetailSchema,
  copyErrorSchema,
  copyForms,
  exportErrorSchema,
  exportFormats,
  exportResultSchema,
  historyCursorSchema,
  historyErrorSchema,
  historyFilterSchema,
  historyLineSchema,
  historyPageSchema,
  maxFilterLength,
  maxHistoryRows,
} from './history';
import { kioskExits, pinSchema, unlockErrorSchema } from './kiosk';
import {
  connectionTestSchema,
  externalLinks,
  managerRoutes,
  managerStateSchema,
  settingChangeSchema,
  settingErrorSchema,
  shortcutErrorSchema,
} from './manager';
import {
  maxFieldLength,
  openingRemarkSchema,
  popupStateSchema,
  queryReplySchema,
  startErrorSchema,
} from './popup';
import type { Result } from './result';
import { settingsExportErrorSchema, settingsExportSchema } from './settings-export';
import { agentWords, roles } from './transfer';
import { restartErrorSchema } from './updates';

const none = z.null();
const id = z.string().min(1).max(64);
/** For calls that can fail only as every call can (see `CallFailure`). */
const noError = z.never();

interface CallContract {
  readonly request: z.ZodType;
  readonly value: z.ZodType;
  readonly error: z.ZodType;
}

/** Request, answer and error of every call. */
export const calls = {
  'popup:load': { request: none, value: popupStateSchema, error: noError },
  'popup:query': {
    request: z.strictObject({ text: z.string().max(maxFieldLength) }),
    value: queryReplySchema,
    error: noError,
  },
  /** Height of the popup's content in CSS pixels; main bounds it by the work area. */
  'popup:resize': {
    request: z.strictObject({ height: z.number().int().min(1).max(5000) }),
    value: none,
    error: noError,
  },
  'popup:close': { request: none, value: none, error: noError },
  'transfer:start': {
    request: z.strictObject({
      address: z.string().min(1).max(maxFieldLength),
      role: z.enum(roles),
      lineId: id,
      /** The agent was asked about the repeat and said "again". */
      again: z.boolean().optional(),
    }),
    value: z.strictObject({ attemptId: id }),
    error: startErrorSchema,
  },
  'transfer:undo': { request: z.strictObject({ attemptId: id }), value: none, error: noError },
  'transfer:send-now': { request: z.strictObject({ attemptId: id }), value: none, error: noError },
  'transfer:dismiss': { request: z.strictObject({ attemptId: id }), value: none, error: noError },
  'transfer:answer': {
    request: z.strictObject({ attemptId: id, word: z.enum(agentWords) }),
    value: none,
    /** The word could not be written: the question stays open. */
    error: z.strictObject({ code: z.literal('not-recorded'), cause: z.string().max(300) }),
  },
  'transfer:copy-details': {
    request: z.strictObject({ attemptId: id }),
    value: none,
    error: noError,
  },
  'line:select': {
    request: z.strictObject({ lineId: id }),
    value: none,
    error: settingErrorSchema,
  },
  'practice:restart-call': { request: none, value: none, error: noError },
  'manager:open': {
    request: z.strictObject({ route: z.enum(managerRoutes) }),
    value: none,
    error: noError,
  },
  'manager:load': {
    request: none,
    value: z.strictObject({ state: managerStateSchema, route: z.enum(managerRoutes) }),
    error: noError,
  },
  'settings:change': { request: settingChangeSchema, value: none, error: settingErrorSchema },
  'shortcut:change': {
    request: z.strictObject({ shortcut: z.string().min(1).max(100) }),
    value: none,
    error: shortcutErrorSchema,
  },
  'credentials:save': {
    request: z.strictObject({ token: z.string().max(512) }),
    value: none,
    error: credentialErrorSchema,
  },
  'credentials:use-session': {
    request: z.strictObject({ token: z.string().max(512) }),
    value: none,
    error: credentialErrorSchema,
  },
  'credentials:remove': { request: none, value: none, error: credentialErrorSchema },
  'credentials:refresh': { request: none, value: none, error: noError },
  'connection:test': {
    request: z.strictObject({ lineId: id }),
    value: connectionTestSchema,
    error: noError,
  },
  'updates:check': { request: none, value: none, error: noError },
  'updates:restart': { request: none, value: none, error: restartErrorSchema },
  'link:open': {
    request: z.strictObject({ link: z.enum(externalLinks) }),
    value: none,
    error: noError,
  },
  'history:page': {
    request: z.strictObject({
      filter: historyFilterSchema,
      cursor: historyCursorSchema,
      limit: z.number().int().min(1).max(maxHistoryRows),
    }),
    value: historyPageSchema,
    error: historyErrorSchema,
  },
  'history:lines': {
    request: none,
    value: z.array(historyLineSchema).max(1000),
    error: historyErrorSchema,
  },
  /** Null: there is no such attempt any more. */
  'history:detail': {
    request: z.strictObject({ attemptId: id }),
    value: attemptDetailSchema.nullable(),
    error: historyErrorSchema,
  },
  'history:copy': {
    request: z.strictObject({ attemptId: id, form: z.enum(copyForms) }),
    value: none,
    error: copyErrorSchema,
  },
  'history:export': {
    request: z.strictObject({ filter: historyFilterSchema, format: z.enum(exportFormats) }),
    value: exportResultSchema,
    error: exportErrorSchema,
  },
  'history:clear': {
    request: none,
    value: z.strictObject({ removed: z.number().int().nonnegative() }),
    error: historyErrorSchema,
  },
  'directory:page': {
    request: z.strictObject({
      text: z.string().max(maxFilterLength),
      skip: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(200),
    }),
    value: directoryPageSchema,
    error: directoryErrorSchema,
  },
  'directory:rejected': {
    request: z.strictObject({
      sourceId: id,
      skip: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(200),
    }),
    value: z.strictObject({
      rows: z.array(rejectedRowSchema).max(200),
      total: z.number().int().nonnegative(),
    }),
    error: directoryErrorSchema,
  },
  /** Null: the person chose no file. */
  'directory:choose': {
    request: none,
    value: importPreviewSchema.nullable(),
    error: directoryErrorSchema,
  },
  'directory:import': {
    request: z.strictObject({ previewId: id, mapping: columnMappingSchema }),
    value: importReportSchema,
    error: directoryErrorSchema,
  },
  'directory:remove': {
    request: z.strictObject({ sourceId: id }),
    value: none,
    error: directoryErrorSchema,
  },
  'directory:reload': {
    request: z.strictObject({ sourceId: id }),
    value: none,
    error: directoryErrorSchema,
  },
  /** `addTo`: what was found before is read with it; null: it starts anew. */
  'artefacts:read': {
    request: z.strictObject({ text: z.string().max(maxArtefactLength), addTo: id.nullable() }),
    value: artefactPreviewSchema,
    error: artefactErrorSchema,
  },
  /** Null: the person chose no file. */
  'artefacts:choose-files': {
    request: z.strictObject({ addTo: id.nullable() }),
    value: artefactPreviewSchema.nullable(),
    error: artefactErrorSchema,
  },
  'artefacts:take': { request: takeArtefactsSchema, value: none, error: takeErrorSchema },
  'artefacts:drop': { request: none, value: none, error: noError },
  'settings:export': {
    request: none,
    value: settingsExportSchema,
    error: settingsExportErrorSchema,
  },
  'doctor:run': { request: none, value: checkUpSchema, error: noError },
  'doctor:cancel': {
    request: z.strictObject({ only: z.enum(['all', 'shortcut']) }),
    value: none,
    error: noError,
  },
  'doctor:copy': { request: none, value: none, error: reportErrorSchema },
  'doctor:save': { request: none, value: reportSavedSchema, error: reportErrorSchema },
  'welcome:done': { request: none, value: none, error: noError },
  'welcome:try': { request: none, value: none, error: noError },
  'kiosk:unlock': {
    request: z.strictObject({ pin: pinSchema }),
    value: none,
    error: unlockErrorSchema,
  },
  'kiosk:lock': { request: none, value: none, error: noError },
  'kiosk:leave': {
    request: z.strictObject({ to: z.enum(kioskExits) }),
    value: none,
    error: z.strictObject({ code: z.literal('locked') }),
  },
  'kiosk:touched': { request: none, value: none, error: noError },
} as const satisfies Record<CallChannel, CallContract>;

/** Payload of every push. */
export const pushes = {
  'popup:state': popupStateSchema,
  'popup:shown': z.strictObject({
    prefill: z.string().max(maxFieldLength).nullable(),
    remark: openingRemarkSchema.optional(),
  }),
  'manager:state': managerStateSchema,
  'manager:route': z.strictObject({ route: z.enum(managerRoutes) }),
  'history:changed': none,
  'doctor:progress': checkUpSchema,
} as const satisfies Record<PushChannel, z.ZodType>;

export type CallRequest<C extends CallChannel> = z.infer<(typeof calls)[C]['request']>;
export type CallValue<C extends CallChannel> = z.infer<(typeof calls)[C]['value']>;
export type CallError<C extends CallChannel> = z.infer<(typeof calls)[C]['error']>;
export type PushPayload<C extends PushChannel> = z.infer<(typeof pushes)[C]>;

/** What any call can answer when it was refused before a handler saw it, or when Baton has a bug. */
export interface CallFailure {
  readonly code: 'ipc-refused' | 'ipc-malformed' | 'ipc-internal';
}

export type CallReply<C extends CallChannel> = Result<CallValue<C>, CallError<C> | CallFailure>;

/** What the preload script puts into a window as `window.baton`. */
export interface BatonBridge {
  /** Calls main. A call without payload takes `null`. Never rejects. */
  call<C extends CallChannel>(channel: C, request: CallRequest<C>): Promise<CallReply<C>>;
  /** Listens to a push; returns the function that stops listening. */
  on<C extends PushChannel>(channel: C, listener: (payload: PushPayload<C>) => void): () => void;
}
