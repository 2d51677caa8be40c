import type { ArtefactPreview } from '../../../electron/contract/artefacts';
import type { Language } from '../../../electron/contract/languages';
import { t } from '../../ui/texts';

interface FoundSummaryProps {
  readonly preview: ArtefactPreview;
  readonly linesLocked: boolean;
  readonly language: Language;
}

/** How much was found, that nothing of it is saved yet, and what is still a placeholder. */
export function FoundSummary({ preview, linesLocked, language }: FoundSummaryProps) {
  const { lines, placeholders } = preview;
  const names = new Intl.ListFormat(language, { type: 'unit' }).format(placeholders);
  return (
    <div className="bring__summary">
      <p>{t('manager.bring.found.body')}</p>
      {linesLocked && lines.length > 0 ? <p>{t('manager.bring.found.linesLocked')}</p> : null}
      {placeholders.length > 0 ? <p>{t('manager.bring.found.placeholders', { names })}</p> : null}
    </div>
  );
}
