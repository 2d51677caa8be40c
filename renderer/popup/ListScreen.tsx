import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Kbd } from '../ui/Kbd';
import { t } from '../ui/texts';
import { Aside } from './Aside';
import { roleFor, selectedRow, showsRoleBar, shownTarget } from './choice';
import { currentReply } from './compose';
import { Connect } from './Connect';
import { Field } from './Field';
import { Footer } from './Footer';
import { LineList } from './LineList';
import { LiveCall } from './LiveCall';
import { useMainState, usePopup, useView } from './PopupProvider';
import { ReadBack } from './ReadBack';
import { RoleBar } from './RoleBar';
import { sectionsOf } from './rows';
import { SuggestionList } from './SuggestionList';
import { linkedParts } from './linked-text';
import { fieldAdvice } from './verdict-copy';

/** The words for a directory without anybody, with the settings page that they name as a link. */
function DirectoryEmpty() {
  const { openManager } = usePopup();
  return (
    <p>
      {linkedParts(t('popup.list.directoryEmpty')).map(({ text, link }) =>
        link === null ? (
          text
        ) : (
          <button
            key={link}
            className="link"
            type="button"
            onClick={() => openManager('directory')}
          >
            {text}
          </button>
        ),
      )}
    </p>
  );
}

function NoMatch({ text }: { readonly text: string }) {
  const { directory } = useMainState();
  const title = t('popup.list.noMatch', { text });
  return (
    <div className="empty">
      <Icon name="nomatch" size={24} />
      <b className="clip" title={title}>
        {title}
      </b>
      {directory === 'empty' ? <DirectoryEmpty /> : <p>{t('popup.list.noMatchBody')}</p>}
    </div>
  );
}

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
  const sections = sectionsOf(state, compose);
  const reply = currentReply(compose);
  const advice = reply === null ? null : fieldAdvice(reply.verdict);
  const nobody = reply?.verdict.kind === 'search' && sections.length === 0;
  if (reply === null && sections.length === 0) return <Nobody />;
  return (
    <>
      {advice === null ? null : <p className="hintline">{advice}</p>}
      {nobody ? <NoMatch text={reply.text.trim()} /> : null}
      {sections.length === 0 ? null : <SuggestionList sections={sections} />}
    </>
  );
}

/** Idle, search and typed number; `connecting` where the line in use has no sign-in. */
export function ListScreen({ connecting }: { readonly connecting: boolean }) {
  const { primary, toggleKeys } = usePopup();
  const state = useMainState();
  const compose = useView((view) => view.compose);
  const linesOpen = useView((view) => view.linesOpen);
  const starting = useView((view) => view.starting);
  const cancelled = useView((view) => view.cancelled);
  const remark = useView((view) => view.remark);
  const chosen = connecting ? null : shownTarget(state, compose);
  const shown = connecting || linesOpen ? [] : sectionsOf(state, compose);
  const bar = chosen !== null && showsRoleBar(state, compose) ? chosen : null;
  // A typed address is read back by its own row, below the role bar.
  const row = selectedRow(state, compose);
  const isReadBack = chosen !== null && !linesOpen && row !== null && row.kind !== 'address';
  return (
    <>
      <Field listed={shown.length > 0} />
      {bar === null ? null : <RoleBar role={roleFor(state, compose, bar)} />}
      {state.practice === null || linesOpen ? null : <LiveCall call={state.practice} />}
      <Below connecting={connecting} />
      <Aside copy={cancelled} />
      <Aside copy={remark} />
      {isReadBack ? (
        <ReadBack
          destination={chosen}
          role={roleFor(state, compose, chosen)}
          roleBarOpen={bar !== null}
        />
      ) : null}
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
        <Button
          look={chosen === null || linesOpen ? 'plain' : 'primary'}
          shortcut="Enter"
          {...(isReadBack && { describedBy: 'read-back' })}
          unavailable={chosen === null || starting || linesOpen}
          onPress={primary}
        >
          {t('popup.foot.transfer')}
        </Button>
      </Footer>
    </>
  );
}
