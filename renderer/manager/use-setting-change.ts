import { useState } from 'react';

import type { SettingChange } from '../../electron/contract/manager';
import { t } from '../ui/texts';
import { changeSetting } from './change-setting';
import { settingFailure, type FailureText } from './failures';
import { announce } from './store';
import { spoken } from './widgets/Problem';

interface SettingChanger {
  /** Why the last change was not made; null: it was, or there was none. */
  readonly failure: FailureText | null;
  /** Makes the change and says what came of it. True where it was made. */
  readonly change: (wanted: SettingChange) => Promise<boolean>;
}

/**
 * Changes a setting that applies at once, without text to keep.
 * @param label the setting's name, for the announcement
 */
export function useSettingChange(label: string): SettingChanger {
  const [failure, setFailure] = useState<FailureText | null>(null);
  const change = async (wanted: SettingChange) => {
    const reply = await changeSetting(() => wanted);
    const refusal = reply.ok ? null : settingFailure(reply.error);
    setFailure(refusal);
    announce(refusal === null ? t('manager.applied', { label }) : spoken(refusal));
    return reply.ok;
  };
  return { failure, change };
}

/** Makes the change of a text setting; answers what went wrong, or null. */
export async function applySetting(wanted: SettingChange): Promise<string | null> {
  const reply = await changeSetting(() => wanted);
  return reply.ok ? null : spoken(settingFailure(reply.error));
}
