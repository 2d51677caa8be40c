import type { CredentialError } from '../../electron/contract/credentials';
import type { SettingError, ShortcutError } from '../../electron/contract/manager';
import { unreachable } from '../../electron/contract/result';
import type { CallFailure } from '../../electron/contract/schemas';
import { t } from '../ui/texts';
import type { Platform } from './shortcuts/accelerator';
import { shortcutWord } from './shortcuts/keycaps';

/** An error as a person reads it: what is, what happened, what to do. */
export interface FailureText {
  readonly title: string;
  readonly body: string;
  readonly todo: string;
  readonly cause?: string;
}

export function internalFailure({ code }: CallFailure): FailureText {
  return {
    title: t('manager.failures.internal.title'),
    body: t('manager.failures.internal.body', { code }),
    todo: t('manager.failures.internal.todo'),
  };
}

export function settingFailure(error: SettingError | CallFailure): FailureText {
  switch (error.code) {
    case 'setting-enforced':
    case 'unknown-line':
      return {
        title: t(`manager.failures.${error.code}.title`),
        body: t(`manager.failures.${error.code}.body`),
        todo: t(`manager.failures.${error.code}.todo`),
      };
    case 'unknown-region':
      return {
        title: t('manager.lines.region.unknown.title', { region: error.region }),
        body: t('manager.lines.region.unknown.body'),
        todo:
          error.near === null
            ? t('manager.lines.region.invalid')
            : t('manager.lines.region.unknown.todo', { near: error.near }),
      };
    case 'settings-unwritable':
      return {
        title: t('manager.failures.settings-unwritable.title'),
        body: t('manager.failures.settings-unwritable.body', { cause: error.cause }),
        todo: t('manager.failures.settings-unwritable.todo'),
      };
    case 'ipc-refused':
    case 'ipc-malformed':
    case 'ipc-internal':
      return internalFailure(error);
    default:
      return unreachable(error);
  }
}

export function shortcutFailure(
  error: ShortcutError | CallFailure,
  platform: Platform,
): FailureText {
  if (error.code !== 'shortcut-taken' && error.code !== 'shortcut-invalid') {
    return settingFailure(error);
  }
  return {
    title: t(`manager.failures.${error.code}.title`, {
      shortcut: shortcutWord(error.shortcut, platform),
    }),
    body: t(`manager.failures.${error.code}.body`),
    todo: t(`manager.failures.${error.code}.todo`),
  };
}

function isCallFailure(error: CredentialError | CallFailure): error is CallFailure {
  return (
    error.code === 'ipc-refused' || error.code === 'ipc-malformed' || error.code === 'ipc-internal'
  );
}

export function credentialFailure(error: CredentialError | CallFailure): FailureText {
  if (isCallFailure(error)) return internalFailure(error);
  return {
    title: t(`credentials.errors.${error.code}.title`),
    body: t(`credentials.errors.${error.code}.body`),
    todo: t(`credentials.errors.${error.code}.todo`),
    ...(error.cause === undefined
      ? {}
      : { cause: t('credentials.errors.cause', { cause: error.cause }) }),
  };
}
