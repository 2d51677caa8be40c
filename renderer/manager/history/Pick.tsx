import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

import { Icon } from '../../ui/Icon';

interface PickProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of several, in a menu under a button that shows it. */
export function Pick<T extends string>({ label, options, value, onChange }: PickProps<T>) {
  return (
    <Select
      className="pick"
      aria-label={label}
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Button className="btn pick__btn">
        <SelectValue className="clip pick__value">{({ selectedText }) => selectedText}</SelectValue>
        <Icon name="down" size={12} />
      </Button>
      <Popover className="menu" placement="bottom start" offset={4}>
        <ListBox className="menu__list">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className="menu__item"
            >
              <Icon name="check" size={14} className="menu__mark" />
              <span className="clip">{option.label}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
