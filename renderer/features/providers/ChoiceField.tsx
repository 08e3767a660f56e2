import type { MessageId } from '../../../preload/contract/messages/catalogue';
import { Radio, RadioGroup } from '../../ui/RadioGroup';
import { useWords } from '../../ui/words';
import type { FormParts } from './field-parts';
import type { ProviderForm } from './provider-form';

/** The fields of which one of two is chosen: what a provider has to do, and what the profile puts up with. */
type Choice = 'issuerInAnswer' | 'issuerInErrors' | 'signedAnswer' | 'authorizationDetails';

type WordsOf<Field extends Choice> = Extract<MessageId, `providers.field.${Field}.${ProviderForm[Field]}`>;

interface ChoiceFieldProps<Field extends Choice> extends FormParts {
  readonly field: Field;
  /** The safe one first. */
  readonly ways: readonly ProviderForm[Field][];
}

/** What a provider has to do, or need not; the safe choice stands first. */
export function ChoiceField<Field extends Choice>({ form, onChange, field, ways }: ChoiceFieldProps<Field>) {
  const say = useWords();
  return (
    <RadioGroup
      label={say(`providers.field.${field}`)}
      value={form[field]}
      onChange={(value) => onChange({ ...form, [field]: value })}
    >
      {ways.map((way) => {
        // Each field has words for each of its ways; a test reads every one.
        const id = `providers.field.${field}.${way}` as WordsOf<Field>;
        return (
          <Radio key={way} value={way} description={say(`${id}.about` as MessageId)}>
            {say(id)}
          </Radio>
        );
      })}
    </RadioGroup>
  );
}
