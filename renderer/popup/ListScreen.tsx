import { Icon } from '../ui/Icon';
import { Kbd } from '../ui/Kbd';
import { t } from '../ui/texts';
import { Asides } from './Aside';
import { ChosenReadBack, ChosenRole, TransferButton, useChosen } from './Chosen';
import { currentReply } from './compose';
import { Connect } from './Connect';
import { DirectoryEmpty } from './DirectoryEmpty';
import { Field } from './Field';
import { Findings } from './Findings';
import { Footer } from './Footer';
import { LineList } from './LineList';
import { LiveCall } from './LiveCall';
import { useMainState, usePopup, useView } from './PopupProvider';
import { sectionsOf } from './rows';
import { SuggestionList } from './SuggestionList';

/** Nothing is typed, and there are neither favourites nor recents to begin with. */
function Nobody() {
  const { directory } = useMainState();
  return (
    <div className="empty">
      <Icon name="book" size={24} />
      {directory === 'empty' ? <DirectoryEmpty /> : <p>{t('popup.list.noFavourites')}</p>}
    </div>
  );
}

/** The list, or what stands in its place. */
function Below({ connecting }: { readonly connecting: boolean }) {
  const state = useMainState();
  const compose = useView((view) => view.compose);
  const linesOpen = useView((view) => view.linesOpen);
  if (linesOpen) return <LineList />;
  if (connecting) return <Connect />;
  const reply = currentReply(compose);
  if (reply !== null) return <Findings reply={reply} />;
  const sections = sectionsOf(state, compose);
  return sections.length === 0 ? <Nobody /> : <SuggestionList sections={sections} />;
}

/** Idle, search and typed number; `connecting` where the line in use has no sign-in. */
export function ListScreen({ connecting }: { readonly connecting: boolean }) {
  const { toggleKeys } = usePopup();
  const state = useMainState();
  const compose = useView((view) => view.compose);
  const linesOpen = useView((view) => view.linesOpen);
  const someone = useChosen();
  const chosen = connecting ? null : someone;
  const shown = connecting || linesOpen ? [] : sectionsOf(state, compose);
  return (
    <>
      <Field listed={shown.length > 0} />
      <ChosenRole chosen={chosen} />
      {state.practice === null || linesOpen ? null : <LiveCall call={state.practice} />}
      <Below connecting={connecting} />
      <Asides />
      {linesOpen ? null : <ChosenReadBack chosen={chosen} />}
      <Footer line={state.line} choosable>
        <span className="foot__hints" aria-hidden="true">
          <span className="hint">
            <Kbd keyName={t('popup.keys.escape')} />
            {t('popup.foot.close')}
          </span>
          <span className="hint">
            <Kbd keyName={t('popup.keys.tab')} />
            {t('popup.foot.role')}
          </span>
        </span>
        <button
          className="keys__open"
          type="button"
          // Its key is F1, from anywhere; Tab goes on to what a transfer needs.
          tabIndex={-1}
          aria-label={t('popup.help.title')}
          aria-keyshortcuts="F1"
          title={`${t('popup.help.title')} (F1)`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={toggleKeys}
        >
          <Icon name="keyboard" />
        </button>
        <TransferButton chosen={chosen} covered={linesOpen} />
      </Footer>
    </>
  );
}
