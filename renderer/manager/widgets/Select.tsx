import { useId } from 'react';

import type { FailureText } from '../failures';
import type { SettingId } from '../search/settings-index';
import { Failed } from './Problem';

interface SelectProps<T extends string> {
  readonly setting: SettingId;
  readonly label: string;
  readonly hint?: string;
  /** `lang`: the language that the label is written in, where it is not the interface's. */
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: T }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly failure: FailureText | null;
}

/** One of many, in the system's own list. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { setting, label, hint, options, value, onChange, failure } = props;
  const id = useId();
  const description = useId();
  return (
    <>
      <div className="set" data-setting={setting}>
        <label className="set__label" htmlFor={id}>
          {label}
        </label>
        <div className="set__wide">
          <select
            id={id}
            className="input input--select"
            value={value}
            aria-describedby={hint === undefined ? undefined : description}
            onChange={({ target }) => {
              const option = options.find((one) => one.value === target.value);
              if (option !== undefined) onChange(option.value);
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} lang={option.lang}>
                {option.label}
              </option>
            ))}
          </select>
          {hint === undefined ? null : <small id={description}>{hint}</small>}
        </div>
      </div>
      <Failed text={failure} />
    </>
  );
}
