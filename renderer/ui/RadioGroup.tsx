import type { ReactNode } from 'react';
import {
  FieldError,
  Label,
  RadioButton,
  RadioField,
  RadioGroup as AriaRadioGroup,
  Text,
} from 'react-aria-components/RadioGroup';

import './choice.css';
import './field.css';

interface RadioGroupProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** The `Radio`s; anything else may stand between them. */
  readonly children: ReactNode;
  readonly direction?: 'down' | 'across';
  readonly description?: string;
  readonly error?: string | null;
  readonly isDisabled?: boolean;
}

/** One of a few choices, all of them in sight. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, value, onChange, children, direction = 'down', description } = props;
  const error = props.error ?? null;
  return (
    <AriaRadioGroup
      className={`radio-group radio-group-${direction}`}
      value={value}
      // The values are those of the radios inside, and they are typed by `Radio`'s caller.
      onChange={(chosen) => onChange(chosen as Value)}
      orientation={direction === 'down' ? 'vertical' : 'horizontal'}
      isDisabled={props.isDisabled ?? false}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <Label className="field-label">{label}</Label>
      {description === undefined ? null : (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      {children}
      <FieldError className="field-error">{error}</FieldError>
    </AriaRadioGroup>
  );
}

interface RadioProps {
  readonly value: string;
  readonly children: ReactNode;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean;
}

/** One choice of a `RadioGroup`. */
export function Radio({ value, children, description, isDisabled = false }: RadioProps) {
  return (
    <RadioField className="choice" value={value} isDisabled={isDisabled}>
      <RadioButton className="choice-button">
        <span className="choice-box choice-box-round" />
        <span className="choice-label">{children}</span>
      </RadioButton>
      {description === undefined ? null : (
        <Text slot="description" className="choice-description">
          {description}
        </Text>
      )}
    </RadioField>
  );
}
