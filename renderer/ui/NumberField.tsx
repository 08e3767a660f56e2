import { Minus, Plus } from 'lucide-react';
import {
  Button,
  FieldError,
  Group,
  Input,
  Label,
  NumberField as AriaNumberField,
  Text,
} from 'react-aria-components/NumberField';

import './field.css';

interface NumberFieldProps {
  readonly label: string;
  /** NaN while the field is empty. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
  /** A word behind the number, for example "days". */
  readonly unit?: string;
  readonly description?: string;
  readonly error?: string | null;
  readonly isDisabled?: boolean;
}

/** A whole number with steps; it takes only what the language writes as a number. */
export function NumberField({ label, value, onChange, unit, description, ...props }: NumberFieldProps) {
  const error = props.error ?? null;
  return (
    <AriaNumberField
      className="field"
      value={value}
      onChange={onChange}
      minValue={props.least ?? 0}
      {...(props.most === undefined ? {} : { maxValue: props.most })}
      step={props.step ?? 1}
      isInvalid={error !== null}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
    >
      <Label className="field-label">{label}</Label>
      <Group className="number-group">
        <Input className="number-input" />
        {unit === undefined ? null : <span className="number-unit">{unit}</span>}
        <Button slot="decrement" className="number-step">
          <Minus size={16} aria-hidden />
        </Button>
        <Button slot="increment" className="number-step">
          <Plus size={16} aria-hidden />
        </Button>
      </Group>
      {description === undefined ? null : (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaNumberField>
  );
}
