import type { AttemptTrace } from '../../../electron/contract/history';
import { t } from '../../ui/texts';
import { milliseconds } from './formats';

interface TimingProps {
  readonly trace: AttemptTrace;
  readonly language: string;
}

const steps = ['resolved', 'connected', 'secured', 'handed', 'firstByte', 'complete'] as const;

/** When each step of the exchange was reached, in milliseconds after the sending began. */
export function Timing({ trace, language }: TimingProps) {
  // A loopback line has no TLS: the step is then no step that was missed.
  const isPlain = trace.request.url.startsWith('http:');
  const shown = steps.filter((step) => step !== 'secured' || !isPlain);
  return (
    <section className="code">
      <div className="code__head">
        <h3>{t('manager.history.drawer.timing')}</h3>
        {trace.socket === null ? null : (
          <span>{t(`manager.history.drawer.sockets.${trace.socket}`)}</span>
        )}
      </div>
      <dl className="steps">
        {shown.map((step) => {
          const at = trace.steps[step];
          return (
            <div key={step}>
              <dt>{t(`manager.history.drawer.steps.${step}`)}</dt>
              <dd className="num">
                {at === null ? (
                  <>
                    <span aria-hidden="true">—</span>
                    <span className="vh">{t('manager.history.none')}</span>
                  </>
                ) : (
                  t('manager.history.milliseconds', { n: milliseconds(at, language) })
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
