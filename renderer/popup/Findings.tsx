import type { QueryReply } from '../../electron/contract/popup';
import { Icon } from '../ui/Icon';
import { t } from '../ui/texts';
import { DirectoryEmpty } from './DirectoryEmpty';
import { useMainState, useView } from './PopupProvider';
import { sectionsOf } from './rows';
import { SuggestionList } from './SuggestionList';
import { fieldAdvice } from './verdict-copy';

function NoMatch({ text }: { readonly text: string }) {
  const { directory, kiosk } = useMainState();
  const title = t('popup.list.noMatch', { text });
  // At a kiosk nobody adds people.
  const isEmpty = directory === 'empty' && kiosk === null;
  return (
    <div className="empty">
      <Icon name="nomatch" size={24} />
      <b className="clip" title={title}>
        {title}
      </b>
      {isEmpty ? <DirectoryEmpty /> : <p>{t('popup.list.noMatchBody')}</p>}
    </div>
  );
}

/** What the text may mean: what is wrong with it, whom it finds, or that it finds nobody. */
export function Findings({ reply }: { readonly reply: QueryReply }) {
  const state = useMainState();
  const compose = useView((view) => view.compose);
  const sections = sectionsOf(state, compose);
  const advice = fieldAdvice(reply.verdict);
  const nobody = reply.verdict.kind === 'search' && sections.length === 0;
  return (
    <>
      {advice === null ? null : <p className="hintline">{advice}</p>}
      {nobody ? <NoMatch text={reply.text.trim()} /> : null}
      {sections.length === 0 ? null : <SuggestionList sections={sections} />}
    </>
  );
}
