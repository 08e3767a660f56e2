import type { Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components/TextField';

import './field.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  /** Why the value can't be taken; shown and read out with the field. */
  readonly error?: string | null;
  readonly type?: 'text' | 'password';
  /** More than one line, this many at first. */
  readonly rows?: number;
  readonly isMono?: boolean;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly autoComplete?: string;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** A field for text, of one line or of several. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, description, error = null, type = 'text', rows, inputRef } = props;
  const className = props.isMono === true ? 'input input-mono' : 'input';

  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={error !== null}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      autoComplete={props.autoComplete ?? 'off'}
    >
      <Label className="field-label">{label}</Label>
      {description === undefined ? null : (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      {rows === undefined ? (
        <Input ref={inputRef ?? null} className={className} />
      ) : (
        <TextArea ref={inputRef ?? null} className={className} rows={rows} spellCheck="false" />
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
