import { useRef, useState } from 'react';
import { FieldError, Heading, Input, Label, Text, TextField } from 'react-aria-components';

import { roles } from '../../../electron/contract/transfer';
import type { Line } from '../../../electron/contract/settings';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { changeSetting } from '../change-setting';
import { settingFailure, type FailureText } from '../failures';
import { announce, useManager } from '../store';
import { Choice } from '../widgets/Choice';
import { Problem, spoken } from '../widgets/Problem';
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
    <DraftField name={name} draft={draft} problems={problems} autoFocus={name === 'name'} />
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
        <Choice
          label={t('manager.lines.form.role')}
          value={draft.role}
          options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          onChange={(role) => setDraft({ ...draft, role })}
        />
        <Choice
          label={t('manager.lines.form.numberFormat')}
          value={draft.numberFormat}
          options={(['e164', 'digits'] as const).map((value) => ({
            value,
            label: t(`manager.lines.form.numberFormats.${value}`),
          }))}
          onChange={(numberFormat) => setDraft({ ...draft, numberFormat })}
        />
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

interface DraftFieldProps {
  readonly name: LineTextField;
  readonly draft: LineDraft;
  readonly problems: DraftProblems;
  readonly autoFocus: boolean;
}

function DraftField({ name, draft, problems, autoFocus }: DraftFieldProps) {
  const problem = problems[name];
  return (
    <TextField
      className="set"
      name={name}
      value={draft[name]}
      onChange={(text) => setDraft({ ...draft, [name]: text })}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
      autoFocus={autoFocus}
    >
      <Label className="set__label">{t(`manager.lines.form.${name}`)}</Label>
      <div className="set__wide">
        <Input className={name === 'name' ? 'input' : 'input mono'} />
        {problem === undefined ? (
          <Text slot="description" elementType="small">
            {t(`manager.lines.form.${name}Hint`)}
          </Text>
        ) : null}
        <FieldError className="set__problem">
          {problem === undefined ? null : t(`manager.lines.form.problems.${problem}`)}
        </FieldError>
      </div>
    </TextField>
  );
}
