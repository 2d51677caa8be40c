import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';

import { t } from '../../ui/texts';
import type { FieldProblem, LineTextField } from './line-draft';

interface DraftFieldProps {
  readonly name: LineTextField;
  readonly value: string;
  readonly problem: FieldProblem | undefined;
  /** What stands below it in the place of the usual. */
  readonly hint?: string;
  readonly autoFocus?: boolean;
  readonly onChange: (text: string) => void;
}

/** A text field of a line. */
export function DraftField(props: DraftFieldProps) {
  const { name, value, problem, hint, autoFocus = false, onChange } = props;
  return (
    <TextField
      className="set"
      name={name}
      value={value}
      onChange={onChange}
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
            {hint ?? t(`manager.lines.form.${name}Hint`)}
          </Text>
        ) : null}
        <FieldError className="set__problem">
          {problem === undefined ? null : t(`manager.lines.form.problems.${problem}`)}
        </FieldError>
      </div>
    </TextField>
  );
}
