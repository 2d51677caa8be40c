import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import { openRoute } from '../connect';
import type { PageProps } from '../page';
import { announce, showRoute, useManager } from '../store';
import { Problem, spoken } from '../widgets/Problem';
import { runConnectionTest } from './run-connection-test';
import { testOutcome, type TestOutcome } from './test-outcome';
import { testTarget } from './test-target';

export function ConnectionTestRow({ state }: PageProps) {
  const test = useManager((store) => store.test);
  const target = testTarget(state);
  const running = test.kind === 'running';

  const start = () => {
    if (target.kind !== 'line') return;
    announce(t('manager.account.test.running'));
    void runConnectionTest(target.line.id, (result) => {
      announce(sentence(testOutcome(result, Date.now(), state.language)));
    });
  };

  return (
    <div className="test" data-setting="connectionTest">
      {running ? (
        <p className="test__note">{t('manager.account.test.running')}</p>
      ) : test.kind === 'done' ? (
        <Outcome outcome={testOutcome(test.result, Date.now(), state.language)} />
      ) : (
        <p className="test__note" id="test-note">
          {target.kind === 'line'
            ? t('manager.account.test.idle', { line: target.line.name })
            : target.kind === 'practice'
              ? t('manager.account.test.practice')
              : t('manager.account.test.noLine')}
        </p>
      )}
      {target.kind === 'line' ? (
        <Button onPress={start} unavailable={running}>
          {t('manager.account.test.button')}
        </Button>
      ) : (
        <Button onPress={() => showRoute('lines')} describedBy="test-note">
          {t('manager.account.test.openLines')}
        </Button>
      )}
    </div>
  );
}

function Outcome({ outcome }: { readonly outcome: TestOutcome }) {
  if (outcome.kind === 'problem') {
    return (
      <div className="test__problem">
        <Problem text={outcome.text}>
          <Button onPress={() => void openRoute('doctor')}>{t('doctor.about.button')}</Button>
        </Problem>
        {outcome.detail === null ? null : <small>{outcome.detail}</small>}
      </div>
    );
  }
  return (
    <div className="result">
      <span className="ok">
        <Icon name="ok" />
      </span>
      <b>{outcome.title}</b>
      <small>{outcome.detail}</small>
    </div>
  );
}

function sentence(outcome: TestOutcome): string {
  return outcome.kind === 'works' ? `${outcome.title} ${outcome.detail}.` : spoken(outcome.text);
}
