import { useId } from 'react';

import { defaultApiBaseUrl } from '../../../electron/contract/settings';
import { t } from '../../ui/texts';
import { DraftChoices } from '../lines/DraftChoices';
import { DraftField } from '../lines/DraftField';
import type { DraftProblems, LineTextField } from '../lines/line-draft';
import { Problem } from '../widgets/Problem';
import type { FoundLine } from './import-draft';
import { TakeSwitch } from './TakeSwitch';

interface FoundLineCardProps {
  readonly found: FoundLine;
  readonly place: { readonly number: number; readonly of: number };
  /** Name of the line that it updates; null: a new one. */
  readonly updated: string | null;
  readonly problems: DraftProblems;
  /** The address as it was found. */
  readonly foreign: string;
  readonly onChange: (found: FoundLine) => void;
}

/** A line that was found, each of its fields to be changed. */
export function FoundLineCard(props: FoundLineCardProps) {
  const { found, place, updated, problems, foreign, onChange } = props;
  const { draft, taken } = found;
  const heading = useId();

  const field = (name: LineTextField) => (
    <DraftField
      name={name}
      value={draft[name]}
      problem={problems[name]}
      {...(draft[name] === '' ? { hint: t('manager.bring.found.toFill') } : {})}
      onChange={(text) => onChange({ ...found, draft: { ...draft, [name]: text } })}
    />
  );
  return (
    <section className="group" aria-labelledby={heading}>
      <h2 className="bring__head">
        <span id={heading}>
          {place.of === 1
            ? t('manager.bring.found.line')
            : t('manager.bring.found.lineOf', { n: place.number, of: place.of })}
        </span>
        <span className="group__note">
          {updated === null
            ? t('manager.bring.found.new')
            : t('manager.bring.found.updates', { name: updated })}
        </span>
      </h2>
      <div className="card">
        <TakeSwitch
          text={t('manager.bring.found.takeLine')}
          value={taken}
          onChange={(value) => onChange({ ...found, taken: value })}
        />
        {taken ? (
          <>
            {field('name')}
            {field('phloId')}
            {field('nodeId')}
            {field('triggerSource')}
            <DraftChoices
              draft={draft}
              onChange={(changed) => onChange({ ...found, draft: changed })}
            />
            {foreign === defaultApiBaseUrl ? null : (
              <>
                {field('apiBaseUrl')}
                <div className="set__block">
                  <Problem
                    tone="unsure"
                    text={{
                      title: t('manager.bring.found.address.title'),
                      body: t('manager.bring.found.address.body', { address: draft.apiBaseUrl }),
                      todo: t('manager.bring.found.address.todo'),
                    }}
                  />
                </div>
              </>
            )}
          </>
        ) : null}
      </div>
    </section>
  );
}
