import { FieldError, Input, Label, TextField } from 'react-aria-components/TextField';

import { type Phrase, usePhrases } from '../../ui/words';
import { readDays } from './builder-view';

interface DaysFieldProps {
  readonly label: string;
  /** The word behind the number. */
  readonly unit: string;
  readonly days: number | null;
  readonly onChange: (days: number | null) => void;
  readonly error: Phrase | null;
  /** What someone else did not like about the number. */
  readonly remark: string | null;
}

/**
 * A number of days that counts with every digit that is typed.
 *
 * The kit's number field reports when it is left, and the sentence and the request must not wait that long.
 */
export function DaysField({ label, unit, days, onChange, error, remark }: DaysFieldProps) {
  const say = usePhrases();
  const wrong = error ? say(error) : remark;

  return (
    <TextField
      className="field builder-days"
      value={days === null ? '' : String(days)}
      onChange={(typed) => onChange(readDays(typed))}
      inputMode="numeric"
      autoComplete="off"
      isInvalid={wrong !== null}
      validationBehavior="aria"
    >
      <Label className="visually-hidden">{label}</Label>
      <span className="builder-days-box">
        <Input className="input" />
        <span aria-hidden>{unit}</span>
      </span>
      <FieldError className="field-error">{wrong}</FieldError>
    </TextField>
  );
}
