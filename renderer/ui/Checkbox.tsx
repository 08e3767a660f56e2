import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, FieldError, Text } from 'react-aria-components/Checkbox';

import './choice.css';
import './field.css';

interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly description?: ReactNode;
  readonly error?: string | null;
  readonly isDisabled?: boolean;
}

/** A box to tick. It is never ticked before the person has ticked it, except where the reason stands beside it. */
export function Checkbox({ children, isSelected, onChange, description, ...props }: CheckboxProps) {
  const error = props.error ?? null;
  return (
    <CheckboxField
      className="choice"
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={props.isDisabled ?? false}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <CheckboxButton className="choice-button">
        {({ isSelected: isTicked }) => (
          <>
            <span className="choice-box">{isTicked ? <Check size={16} aria-hidden /> : null}</span>
            <span className="choice-label">{children}</span>
          </>
        )}
      </CheckboxButton>
      {description === undefined ? null : (
        <Text slot="description" className="choice-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </CheckboxField>
  );
}
