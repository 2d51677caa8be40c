import { useState } from 'react';

import { err, ok, type Result } from '../../../electron/contract/result';
import { settingsSchema } from '../../../electron/contract/settings';
import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { announce } from '../store';
import { applySetting } from '../use-setting-change';
import { Confirm } from '../widgets/Confirm';
import { SettingField } from '../widgets/SettingField';
import { ValueRow } from '../widgets/ValueRow';

function judge(text: string): Result<number, string> {
  const plain = text.trim();
  const parsed = settingsSchema.shape.historyDays.safeParse(
    /^\d{1,4}$/u.test(plain) ? Number(plain) : Number.NaN,
  );
  return parsed.success ? ok(parsed.data) : err(t('manager.privacy.days.invalid'));
}

interface Asked {
  readonly days: number;
  readonly answered: (yes: boolean) => void;
}

/** How long attempts are kept. Fewer days remove what is older at once, so that is asked first. */
export function HistoryDaysRow({ state }: PageProps) {
  const { historyDays } = state.settings;
  const [asked, setAsked] = useState<Asked | null>(null);
  const label = t('manager.privacy.days.label');

  if (state.sources.historyDays === 'enforced') {
    const value = t('manager.privacy.days.value', { count: historyDays });
    return <ValueRow setting="historyDays" label={label} value={value} mono={false} managed />;
  }

  const apply = async (days: number) => {
    if (days < historyDays) {
      const yes = await new Promise<boolean>((answered) => setAsked({ days, answered }));
      if (!yes) {
        announce(t('manager.privacy.days.stays'));
        return false;
      }
    }
    return applySetting({ key: 'historyDays', value: days });
  };
  const answer = (yes: boolean) => {
    asked?.answered(yes);
    setAsked(null);
  };
  return (
    <>
      <SettingField
        name="historyDays"
        setting="historyDays"
        label={label}
        value={String(historyDays)}
        hint={t('manager.privacy.days.hint')}
        short
        mono={false}
        judge={judge}
        apply={apply}
      />
      <Confirm
        isOpen={asked !== null}
        title={t('manager.privacy.days.lowerTitle', { count: asked?.days ?? 0 })}
        body={t('manager.privacy.days.lowerBody')}
        verb={t('manager.privacy.days.lowerVerb')}
        onConfirm={() => answer(true)}
        onClose={() => answer(false)}
      />
    </>
  );
}
