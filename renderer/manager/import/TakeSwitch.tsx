import { SwitchButton, SwitchField } from 'react-aria-components';

import { ToggleTrack } from '../widgets/Toggle';

interface TakeSwitchProps {
  readonly text: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Whether a part of what was found is saved. */
export function TakeSwitch({ text, value, onChange }: TakeSwitchProps) {
  return (
    <SwitchField className="bring__take" isSelected={value} onChange={onChange}>
      <SwitchButton className="toggle">
        <ToggleTrack />
        {text}
      </SwitchButton>
    </SwitchField>
  );
}
