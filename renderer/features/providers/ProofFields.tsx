import type { MessageId } from '../../../preload/contract/messages/catalogue';
import type { ProviderFindings } from '../../../preload/contract/provider-offer';
import { Notice } from '../../ui/Notice';
import { Radio, RadioGroup } from '../../ui/RadioGroup';
import { StandardName } from '../../ui/StandardName';
import { useWords } from '../../ui/words';
import { KeyFields } from './KeyFields';
import type { FormParts } from './field-parts';
import { adviceOn } from './provider-advice';
import type { ProviderForm } from './provider-form';
import type { ProviderEntry } from './use-provider-entry';

/** One of a few ways, in words and as the standards spell it. */
interface Way<Value extends string> {
  readonly value: Value;
  readonly name: MessageId;
  readonly about: MessageId;
  readonly standard: string;
}

const AUTHENTICATIONS: readonly Way<ProviderForm['clientAuthentication']>[] = [
  {
    value: 'self_signed_tls_client_auth',
    name: 'providers.field.clientAuthentication.self_signed_tls_client_auth',
    about: 'providers.field.clientAuthentication.self_signed_tls_client_auth.about',
    standard: 'self_signed_tls_client_auth, RFC 8705 section 2.2',
  },
  {
    value: 'tls_client_auth',
    name: 'providers.field.clientAuthentication.tls_client_auth',
    about: 'providers.field.clientAuthentication.tls_client_auth.about',
    standard: 'tls_client_auth, RFC 8705 section 2.1',
  },
  {
    value: 'private_key_jwt',
    name: 'providers.field.clientAuthentication.private_key_jwt',
    about: 'providers.field.clientAuthentication.private_key_jwt.about',
    standard: 'private_key_jwt, RFC 7523 section 2.2',
  },
];

const BINDINGS: readonly Way<ProviderForm['tokenBinding']>[] = [
  {
    value: 'certificate',
    name: 'providers.field.tokenBinding.certificate',
    about: 'providers.field.tokenBinding.certificate.about',
    standard: 'tls_client_certificate_bound_access_tokens, RFC 8705 section 3',
  },
  {
    value: 'dpop',
    name: 'providers.field.tokenBinding.dpop',
    about: 'providers.field.tokenBinding.dpop.about',
    standard: 'DPoP, RFC 9449',
  },
];

const REQUESTS: readonly Way<ProviderForm['requestObject']>[] = [
  {
    value: 'as-announced',
    name: 'providers.field.requestObject.as-announced',
    about: 'providers.field.requestObject.as-announced.about',
    standard: 'require_signed_request_object, RFC 9101 section 10.5',
  },
  {
    value: 'signed',
    name: 'providers.field.requestObject.signed',
    about: 'providers.field.requestObject.signed.about',
    standard: 'request, RFC 9101 section 4',
  },
  {
    value: 'plain',
    name: 'providers.field.requestObject.plain',
    about: 'providers.field.requestObject.plain.about',
    standard: 'RFC 9126 section 2.1',
  },
];

interface ProofFieldsProps extends FormParts {
  readonly entry: ProviderEntry;
  /** What the provider says of itself; null while it has not been asked. */
  readonly findings: ProviderFindings | null;
  readonly consentCount: number;
}

/** How the provider knows this computer: by which key, in which way, and what access is bound to. */
export function ProofFields({ entry, findings, consentCount, ...parts }: ProofFieldsProps) {
  const say = useWords();
  const advice = adviceOn(entry.needs, entry.keys, findings);
  return (
    <fieldset className="provider-fields">
      <legend>{say('providers.section.proves')}</legend>
      <WayField
        {...parts}
        field="clientAuthentication"
        ways={AUTHENTICATIONS}
        advice={advice.clientAuthentication}
      />
      <WayField {...parts} field="tokenBinding" ways={BINDINGS} advice={advice.tokenBinding} />
      <WayField {...parts} field="requestObject" ways={REQUESTS} advice={null} />
      <KeyFields {...parts} entry={entry} advice={advice.key} consentCount={consentCount} />
    </fieldset>
  );
}

interface WayFieldProps<Value extends string> extends FormParts {
  readonly field: 'clientAuthentication' | 'tokenBinding' | 'requestObject';
  readonly ways: readonly Way<Value>[];
  readonly advice: MessageId | null;
}

function WayField<Value extends string>(props: WayFieldProps<Value>) {
  const { form, origins, onChange, field, ways, advice } = props;
  const say = useWords();
  const origin = origins[field];
  const about = say(`providers.field.${field}.about`);
  return (
    <>
      <RadioGroup
        label={say(`providers.field.${field}`)}
        description={origin === undefined ? about : `${about} ${say(`providers.origin.${origin}`)}`}
        value={form[field]}
        onChange={(value) => onChange({ ...form, [field]: value })}
      >
        {ways.map(({ value, name, about: meaning, standard }) => (
          <Radio
            key={value}
            value={value}
            description={
              <>
                {say(meaning)}
                <StandardName>{standard}</StandardName>
              </>
            }
          >
            {say(name)}
          </Radio>
        ))}
      </RadioGroup>
      {advice === null ? null : (
        <Notice kind="warn">
          <p>{say(advice)}</p>
        </Notice>
      )}
    </>
  );
}
