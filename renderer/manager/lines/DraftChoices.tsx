import { roles } from '../../../electron/contract/transfer';
import { t } from '../../ui/texts';
import { Choice } from '../widgets/Choice';
import type { LineDraft } from './line-draft';

interface DraftChoicesProps {
  readonly draft: LineDraft;
  readonly onChange: (draft: LineDraft) => void;
}

/** What of a line is one of two: the role, and how numbers are sent. */
export function DraftChoices({ draft, onChange }: DraftChoicesProps) {
  return (
    <>
      <Choice
        label={t('manager.lines.form.role')}
        value={draft.role}
        options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        onChange={(role) => onChange({ ...draft, role })}
      />
      <Choice
        label={t('manager.lines.form.numberFormat')}
        value={draft.numberFormat}
        options={(['e164', 'digits'] as const).map((value) => ({
          value,
          label: t(`manager.lines.form.numberFormats.${value}`),
        }))}
        onChange={(numberFormat) => onChange({ ...draft, numberFormat })}
      />
    </>
  );
}
