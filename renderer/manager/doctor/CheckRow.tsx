import { hasRemedy, type CheckView, type Finding } from '../../../electron/contract/doctor';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { factsOf, shownState, spokenQuestion, type Reader } from './check-words';
import { StateMark } from './StateMark';

interface CheckRowProps {
  readonly view: CheckView;
  readonly reader: Reader;
  readonly onSkip: () => void;
}

/** One check: its state in a word, what was found, and what to do. */
export function CheckRow({ view, reader, onSkip }: CheckRowProps) {
  const state = shownState(view);
  return (
    <li className="check" data-check={view.id} data-state={state}>
      <StateMark state={state} />
      <div className="check__text">
        <h3>
          <span>{t(`doctor.checks.${view.id}`)}</span>{' '}
          <span className={`check__state check__state--${state}`}>
            {t(`doctor.states.${state}`)}
          </span>
        </h3>
        {view.status === 'done' ? <Found finding={view.finding} reader={reader} /> : null}
        {view.status === 'asking' ? (
          <>
            <p>{spokenQuestion(view, reader)}</p>
            <Button onPress={onSkip}>{t('doctor.actions.skip')}</Button>
          </>
        ) : null}
      </div>
    </li>
  );
}

function Found({ finding, reader }: { readonly finding: Finding; readonly reader: Reader }) {
  const { code } = finding;
  const facts = factsOf(finding, reader);
  return (
    <>
      <p>{t(`doctor.findings.${code}.found`)}</p>
      {hasRemedy(code) ? (
        <p>
          <span className="problem__todo">{t('manager.whatToDo')}</span>{' '}
          {t(`doctor.findings.${code}.todo`)}
        </p>
      ) : null}
      {facts.length === 0 ? null : (
        <dl className="check__facts">
          {facts.map(({ name, text, mono }) => (
            <div key={name}>
              <dt>{t(`doctor.facts.${name}`)}</dt>
              <dd className={mono ? 'mono' : undefined} dir={mono ? 'ltr' : undefined}>
                {text}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
