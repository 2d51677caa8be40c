import type { ArtefactPreview } from '../../../electron/contract/artefacts';
import type { Language } from '../../../electron/contract/languages';
import { t } from '../../ui/texts';

interface FoundSummaryProps {
  readonly preview: ArtefactPreview;
  readonly linesLocked: boolean;
  readonly language: Language;
}

/** That nothing is saved yet, whose sign-in is left alone, and what is still a placeholder. */
export function FoundSummary({ preview, linesLocked, language }: FoundSummaryProps) {
  const { lines, otherAccounts, placeholders } = preview;
  const listed = (names: readonly string[]) =>
    new Intl.ListFormat(language, { type: 'unit' }).format(names);
  return (
    <div className="bring__summary">
      <p>{t('manager.bring.found.body')}</p>
      {linesLocked && lines.length > 0 ? <p>{t('manager.bring.found.linesLocked')}</p> : null}
      {otherAccounts.length > 0 ? (
        <p>{t('manager.bring.found.otherAccounts', { names: listed(otherAccounts) })}</p>
      ) : null}
      {placeholders.length > 0 ? (
        <p>{t('manager.bring.found.placeholders', { names: listed(placeholders) })}</p>
      ) : null}
    </div>
  );
}
