import { useRef, useState } from 'react';
import { Heading } from 'react-aria-components';

import type { Line } from '../../../electron/contract/settings';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { changeSetting } from '../change-setting';
import { settingFailure, type FailureText } from '../failures';
import { announce, useManager } from '../store';
import { Problem, spoken } from '../widgets/Problem';
import { DraftChoices } from './DraftChoices';
import { DraftField } from './DraftField';
import {
  judgeDraft,
  textFields,
  withLine,
  type DraftProblems,
  type LineDraft,
  type LineTextField,
} from './line-draft';

interface LineFormProps {
  readonly draft: LineDraft;
  readonly lines: readonly Line[];
}

const setDraft = (lineDraft: LineDraft): void => useManager.setState({ lineDraft });
const close = (lineId: string | null): void =>
  useManager.setState({ lineDraft: null, lineFormLeft: lineId === null ? 'new' : { lineId } });

/** Adds or edits a line. What is typed stays, valid or not, until it is saved or cancelled. */
export function LineForm({ draft, lines }: LineFormProps) {
  const [judged, setJudged] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<FailureText | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const judgement = judgeDraft(draft, lines);
  const problems: DraftProblems = judged && !judgement.ok ? judgement.error : {};

  const save = async () => {
    if (saving) return;
    setJudged(true);
    setFailure(null);
    if (!judgement.ok) {
      const wrong = textFields.filter((field) => judgement.error[field] !== undefined);
      announce(t('manager.lines.form.notSaved', { count: wrong.length }));
      form.current?.querySelector<HTMLElement>(`[name="${wrong[0] ?? ''}"]`)?.focus();
      return;
    }
    const line = judgement.value;
    setSaving(true);
    const reply = await changeSetting((settings) => ({
      key: 'lines',
      value: withLine(settings.lines, line),
    }));
    setSaving(false);
    if (!reply.ok) {
      const text = settingFailure(reply.error);
      setFailure(text);
      announce(spoken(text));
      return;
    }
    announce(t('manager.lines.saved', { name: line.name }));
    close(line.id);
  };

  const field = (name: LineTextField) => (
    <DraftField
      name={name}
      value={draft[name]}
      problem={problems[name]}
      autoFocus={name === 'name'}
      onChange={(text) => setDraft({ ...draft, [name]: text })}
    />
  );

  return (
    <form
      ref={form}
      className="group"
      noValidate
      aria-labelledby="line-form-title"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Heading level={2} id="line-form-title">
        {draft.id === null
          ? t('manager.lines.form.addTitle')
          : t('manager.lines.form.editTitle', {
              name: lines.find(({ id }) => id === draft.id)?.name ?? draft.name,
            })}
      </Heading>
      <div className="card">
        {field('name')}
        {field('phloId')}
        {field('nodeId')}
        {field('triggerSource')}
        <DraftChoices draft={draft} onChange={setDraft} />
        {field('apiBaseUrl')}
      </div>
      {failure === null ? null : <Problem text={failure} />}
      <div className="form__acts">
        <Button submit look="primary" unavailable={saving} onPress={() => undefined}>
          {t('manager.lines.form.save')}
        </Button>
        <Button unavailable={saving} onPress={() => close(draft.id)}>
          {t('manager.actions.cancel')}
        </Button>
      </div>
    </form>
  );
}
