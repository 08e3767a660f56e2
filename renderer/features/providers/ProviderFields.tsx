import { Radio, RadioGroup } from '../../ui/RadioGroup';
import { TextField } from '../../ui/TextField';
import { useWords } from '../../ui/words';
import { ChoiceField } from './ChoiceField';
import { type FormParts, useTextParts } from './field-parts';

/** Who the provider is, and what it calls us. */
export function IdentityFields(parts: FormParts & { readonly isIssuerFixed: boolean }) {
  const say = useWords();
  const text = useTextParts(parts);
  return (
    <fieldset className="provider-fields">
      <legend>{say('providers.section.who')}</legend>
      <TextField label={say('providers.field.name')} {...text('name', 'providers.field.name.about')} />
      <TextField
        label={say('providers.field.issuer')}
        isMono
        isDisabled={parts.isIssuerFixed}
        {...text('issuer', 'providers.field.issuer.about')}
      />
      <TextField
        label={say('providers.field.fdxBaseUrl')}
        isMono
        {...text('fdxBaseUrl', 'providers.field.fdxBaseUrl.about')}
      />
      <TextField
        label={say('providers.field.clientId')}
        isMono
        {...text('clientId', 'providers.field.clientId.about')}
      />
      <TextField
        label={say('providers.field.caPem')}
        isMono
        rows={3}
        {...text('caPem', 'providers.field.caPem.about')}
      />
    </fieldset>
  );
}

/** How consent is asked for there. */
export function AskFields(parts: FormParts) {
  const say = useWords();
  const text = useTextParts(parts);
  const { form, onChange } = parts;
  return (
    <fieldset className="provider-fields">
      <legend>{say('providers.section.asks')}</legend>
      <ChoiceField {...parts} field="authorizationDetails" ways={['sent', 'left-out']} />
      {form.authorizationDetails === 'left-out' ? null : (
        <TextField
          label={say('providers.field.authorizationDetailsType')}
          isMono
          {...text('authorizationDetailsType', 'providers.field.authorizationDetailsType.about')}
        />
      )}
      <RadioGroup
        label={say('providers.field.scopes')}
        value={form.scopesFrom}
        onChange={(scopesFrom) => onChange({ ...form, scopesFrom })}
      >
        <Radio value="usual">{say('providers.field.scopes.usual')}</Radio>
        <Radio value="other">{say('providers.field.scopes.other')}</Radio>
      </RadioGroup>
      {form.scopesFrom === 'usual' ? null : (
        <TextField
          label={say('providers.field.scopes.own')}
          isMono
          {...text('scopes', 'providers.field.scopes.own.about')}
        />
      )}
    </fieldset>
  );
}
