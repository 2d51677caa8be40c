import { useRef } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';

import type { Result } from '../../../electron/contract/result';
import { t } from '../../ui/texts';
import type { SettingId } from '../search/settings-index';
import { announce, dropDraft, keepDraft, useManager } from '../store';

interface SettingFieldProps<T> {
  /** Name under which text that is not the setting yet is kept. */
  readonly name: string;
  readonly setting: SettingId;
  readonly label: string;
  /** The setting as it is, as text. */
  readonly value: string;
  readonly hint?: string;
  readonly mono?: boolean;
  readonly short?: boolean;
  /** The setting that the text means, or what is expected instead. */
  readonly judge: (text: string) => Result<T, string>;
  /** Applies it; answers what went wrong, or null. False: the person thought better of it. */
  readonly apply: (value: T) => Promise<string | null | false>;
}

/** A text setting. It applies on Enter and when the focus leaves; text that is not valid stays. */
export function SettingField<T>(props: SettingFieldProps<T>) {
  const { name, label, value, judge, apply } = props;
  const sending = useRef<string | null>(null);
  const draft = useManager(({ drafts }) => drafts[name]);
  const text = draft?.text ?? value;
  const problem = draft?.problem ?? null;

  const type = (typed: string) => {
    // Once told what is wrong, the person sees at once when it is right.
    const judged = problem === null ? null : judge(typed);
    keepDraft(name, {
      text: typed,
      problem: judged === null || judged.ok ? null : judged.error,
    });
  };

  const commit = async () => {
    // Enter and the loss of focus that follows are one change.
    if (draft === undefined || sending.current === draft.text) return;
    if (draft.text.trim() === value) {
      dropDraft(name);
      return;
    }
    const judged = judge(draft.text);
    sending.current = draft.text;
    const refusal = judged.ok ? await apply(judged.value) : judged.error;
    sending.current = null;
    if (refusal === false) {
      dropDraft(name);
      return;
    }
    if (refusal !== null) {
      const latest = useManager.getState().drafts[name]?.text ?? draft.text;
      keepDraft(name, { text: latest, problem: refusal });
      announce(refusal);
      return;
    }
    // What was typed while main was answering is the next change.
    if (useManager.getState().drafts[name]?.text === draft.text) dropDraft(name);
    announce(t('manager.applied', { label }));
  };

  return (
    <TextField
      className="set"
      data-setting={props.setting}
      value={text}
      onChange={type}
      onBlur={() => void commit()}
      isInvalid={problem !== null}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
    >
      <Label className="set__label">{label}</Label>
      <div className="set__wide">
        <Input
          className={`input${props.mono === false ? '' : ' mono'}${props.short === true ? ' input--short' : ''}`}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            // A question that this opens must not take the same Enter for its answer.
            event.preventDefault();
            void commit();
          }}
        />
        {problem === null && props.hint !== undefined ? (
          <Text slot="description" elementType="small">
            {props.hint}
          </Text>
        ) : null}
        <FieldError className="set__problem">{problem}</FieldError>
      </div>
    </TextField>
  );
}
