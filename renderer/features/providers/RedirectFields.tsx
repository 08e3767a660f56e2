import { PRIVATE_USE_SCHEME } from '../../../preload/contract/private-use-scheme';
import { Radio, RadioGroup } from '../../ui/RadioGroup';
import { TextField } from '../../ui/TextField';
import { useWords } from '../../ui/words';
import { ChoiceField } from './ChoiceField';
import { type FormParts, useTextParts } from './field-parts';

/** Where the browser comes back to, and what its answer must hold. */
export function RedirectFields(parts: FormParts) {
  const say = useWords();
  const text = useTextParts(parts);
  const { form, onChange } = parts;
  return (
    <fieldset className="provider-fields">
      <legend>{say('providers.section.returns')}</legend>
      <RadioGroup
        label={say('providers.field.redirect')}
        value={form.returnsBy}
        onChange={(returnsBy) => onChange({ ...form, returnsBy })}
      >
        <Radio value="free-port" description={say('providers.field.redirect.any.about')}>
          {say('providers.field.redirect.any')}
        </Radio>
        <Radio value="fixed-port" description={say('providers.field.redirect.fixed.about')}>
          {say('providers.field.redirect.fixed')}
        </Radio>
        <Radio
          value="link"
          description={say('providers.field.redirect.link.about', { scheme: PRIVATE_USE_SCHEME })}
        >
          {say('providers.field.redirect.link')}
        </Radio>
      </RadioGroup>
      {form.returnsBy === 'fixed-port' ? <FixedFields {...parts} /> : null}
      <TextField
        label={say('providers.field.redirect.path')}
        isMono
        {...text('path', 'providers.field.redirect.path.about')}
      />
      <ChoiceField {...parts} field="issuerInAnswer" ways={['required', 'may-be-missing']} />
      <ChoiceField {...parts} field="issuerInErrors" ways={['as-promised', 'may-be-missing']} />
      <ChoiceField {...parts} field="signedAnswer" ways={['as-announced', 'may-be-missing']} />
    </fieldset>
  );
}

function FixedFields(parts: FormParts) {
  const say = useWords();
  const text = useTextParts(parts);
  const { form, onChange } = parts;
  return (
    <>
      <RadioGroup
        label={say('providers.field.redirect.host')}
        direction="across"
        value={form.host}
        onChange={(host) => onChange({ ...form, host })}
      >
        <Radio value="127.0.0.1">127.0.0.1</Radio>
        <Radio value="localhost">localhost</Radio>
      </RadioGroup>
      <TextField
        label={say('providers.field.redirect.port')}
        isMono
        {...text('port', 'providers.field.redirect.fixed.about')}
      />
    </>
  );
}
