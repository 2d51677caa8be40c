import { SwitchButton, SwitchField, Text } from 'react-aria-components';

import type { FailureText } from '../failures';
import type { SettingId } from '../search/settings-index';
import { Failed } from './Problem';

interface ToggleProps {
  readonly setting: SettingId;
  readonly label: string;
  /** What is on when it is on. */
  readonly text: string;
  readonly hint: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly failure: FailureText | null;
}

/** Something that is on or off. */
export function Toggle(props: ToggleProps) {
  const { setting, label, text, hint, value, onChange, failure } = props;
  return (
    <>
      <SwitchField className="set" data-setting={setting} isSelected={value} onChange={onChange}>
        <span className="set__label">{label}</span>
        <div className="set__wide">
          <SwitchButton className="toggle">
            <ToggleTrack />
            {text}
          </SwitchButton>
          <Text slot="description" elementType="small">
            {hint}
          </Text>
        </div>
      </SwitchField>
      <Failed text={failure} />
    </>
  );
}

/** The drawing of a switch. */
export function ToggleTrack() {
  return (
    <span className="toggle__track" aria-hidden="true">
      <span className="toggle__knob" />
    </span>
  );
}
