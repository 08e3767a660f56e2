import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components/Select';

import './field.css';
import './select.css';

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly description?: string;
  readonly isDisabled?: boolean;
}

/** One of many choices, in a list that opens. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, onChange, options, description, isDisabled = false } = props;
  return (
    <AriaSelect
      className="field"
      value={value}
      // Keys are the values of `options` and nothing else.
      onChange={(key) => onChange(key as Value)}
      isDisabled={isDisabled}
    >
      <Label className="field-label">{label}</Label>
      {description === undefined ? null : (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <Button className="input select-button">
        <SelectValue />
        <ChevronDown size={16} aria-hidden />
      </Button>
      <FieldError className="field-error" />
      <Popover className="select-popover">
        <ListBox className="select-list" items={options.map((option) => ({ ...option, id: option.value }))}>
          {({ name }) => (
            <ListBoxItem className="select-item" textValue={name}>
              <span>{name}</span>
              <Check size={16} aria-hidden className="select-tick" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
