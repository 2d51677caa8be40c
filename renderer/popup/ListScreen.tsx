import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Kbd } from '../ui/Kbd';
import { t } from '../ui/texts';
import { roleFor, showsRoleBar, target } from './choice';
import { currentReply, isUpToDate } from './compose';
import { Connect } from './Connect';
import { Field } from './Field';
import { Footer } from './Footer';
import { LineList } from './LineList';
import { LiveCall } from './LiveCall';
import { useMainState, usePopup, useView } from './PopupProvider';
import { RoleBar } from './RoleBar';
import { sectionsOf } from './rows';
import { SuggestionList } from './SuggestionList';
import { fieldAdvice } from './verdict-copy';

function NoMatch({ text }: { readonly text: string }) {
  const title = t('popup.list.noMatch', { text });
  return (
    <div className="empty">
      <Icon name="nomatch" size={24} />
      <b className="clip" title={title}>
        {title}
      </b>
      <p>{t('popup.list.noMatchBody')}</p>
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
  const { primary } = usePopup();
  const state = useMainState();
  const compose = useView((view) => view.compose);
  const linesOpen = useView((view) => view.linesOpen);
  const starting = useView((view) => view.starting);
  const chosen = connecting ? null : target(state, compose);
  const shown = connecting || linesOpen ? [] : sectionsOf(state, compose);
  const typed = currentReply(compose)?.verdict;
  // While an answer is awaited the bar stays as it was: it must not flicker with every key.
  const forBar = isUpToDate(compose)
    ? chosen
    : typed?.kind === 'complete'
      ? typed.destination
      : null;
  const bar = !connecting && forBar !== null && showsRoleBar(state, compose) ? forBar : null;
  return (
    <>
      <Field listed={shown.length > 0} />
      {bar === null ? null : <RoleBar role={roleFor(state, compose, bar)} />}
      {state.practice === null || linesOpen ? null : <LiveCall call={state.practice} />}
      <Below connecting={connecting} />
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
        <Button
          look={chosen === null || linesOpen ? 'plain' : 'primary'}
          shortcut="Enter"
          unavailable={chosen === null || starting || linesOpen}
          onPress={primary}
        >
          {t('popup.foot.transfer')}
        </Button>
      </Footer>
    </>
  );
}
