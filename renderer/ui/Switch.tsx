import type { ReactNode } from 'react';
import { SwitchButton, SwitchField, Text } from 'react-aria-components/Switch';

import './choice.css';

interface SwitchProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean;
}

/** Something that is on or off, and takes effect at once. */
export function Switch({ children, isSelected, onChange, description, isDisabled = false }: SwitchProps) {
  return (
    <SwitchField className="choice" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <SwitchButton className="choice-button">
        <span className="switch-track" />
        <span className="choice-label">{children}</span>
      </SwitchButton>
      {description === undefined ? null : (
        <Text slot="description" className="choice-description">
          {description}
        </Text>
      )}
    </SwitchField>
  );
}
