import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';

import type { SettingId } from '../search/settings-index';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly className?: string;
  readonly setting?: SettingId;
}

/** One of a few, all in sight: the segmented bar. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, options, value, onChange, className = 'set', setting } = props;
  return (
    <RadioGroup
      className={className}
      {...(setting === undefined ? {} : { 'data-setting': setting })}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Label className="set__label">{label}</Label>
      <div className="set__wide">
        <div className="seg">
          {options.map((option) => (
            <RadioField key={option.value} value={option.value} className="seg__field">
              <RadioButton className="seg__opt">{option.label}</RadioButton>
            </RadioField>
          ))}
        </div>
      </div>
    </RadioGroup>
  );
}
