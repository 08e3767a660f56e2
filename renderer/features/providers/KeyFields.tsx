import { useIntl } from 'react-intl';

import type { MessageId } from '../../../preload/contract/messages/catalogue';
import { namesOf, titleOf, wordKind } from '../../parts/key-words';
import { Notice } from '../../ui/Notice';
import { Radio, RadioGroup } from '../../ui/RadioGroup';
import { Select } from '../../ui/Select';
import { StandardName } from '../../ui/StandardName';
import { TextField } from '../../ui/TextField';
import { formatInstant } from '../../ui/format-instant';
import { useDepth } from '../../ui/preferences';
import { usePhrases, useWords } from '../../ui/words';
import { type FormParts, useTextParts } from './field-parts';
import { isOtherThanRegistered, type KeyOption, NEW_KEY } from './key-choice';
import type { ProviderEntry } from './use-provider-entry';

interface KeyFieldsProps extends FormParts {
  readonly entry: ProviderEntry;
  /** What will not work with the chosen key; null where nothing is known of that. */
  readonly advice: MessageId | null;
  /** How many consents hang on the key that the provider has. */
  readonly consentCount: number;
}

/** By which key a provider is to know this computer, and what follows from the choice. */
export function KeyFields(props: KeyFieldsProps) {
  const { clientAuthentication } = props.form;
  return (
    <>
      <KeyField {...props} />
      {clientAuthentication === 'private_key_jwt' ? <KidFields {...props} /> : null}
    </>
  );
}

function KeyField({ entry, advice, consentCount }: KeyFieldsProps) {
  const say = useWords();
  const { locale } = useIntl();
  const { form, onChange, keys, unread, isReading } = entry;
  const nameOf = useOptionNames();
  if (unread !== null) return <UnreadKeys entry={entry} />;
  const about = say('providers.field.key.about');
  return (
    <>
      <Select
        label={say('providers.field.key')}
        value={keys.selected}
        onChange={(key) => onChange({ ...form, key })}
        options={keys.options.map((option) => ({ value: option.value, name: nameOf(option) }))}
        description={keys.named === 'here' ? `${about} ${say('providers.origin.profile')}` : about}
        isDisabled={isReading}
      />
      <NamedKeyNotice entry={entry} />
      {advice === null ? null : (
        <Notice kind="warn">
          <p>{say(advice)}</p>
        </Notice>
      )}
      {keys.sharedWith.length === 0 ? null : (
        <Notice kind="info">
          <p>{say('providers.field.key.shared', { providers: namesOf(keys.sharedWith, locale) })}</p>
        </Notice>
      )}
      {isOtherThanRegistered(entry) ? (
        <Notice kind="warn" title={say('providers.field.key.other')}>
          <p>{say('providers.field.key.other.about')}</p>
        </Notice>
      ) : null}
      {keys.isChanged && consentCount > 0 ? <ChangedNotice consentCount={consentCount} /> : null}
    </>
  );
}

/** By which key id the provider looks for the key: a directory may have chosen one. */
function KidFields(parts: FormParts) {
  const say = useWords();
  const text = useTextParts(parts);
  const { form, onChange } = parts;
  return (
    <>
      <RadioGroup
        label={say('providers.field.kid')}
        description={say('providers.field.kid.about')}
        value={form.kidFrom}
        onChange={(kidFrom) => onChange({ ...form, kidFrom })}
      >
        {(['thumbprint', 'other', 'none'] as const).map((from) => (
          <Radio key={from} value={from} description={<StandardName>{KID_STANDARDS[from]}</StandardName>}>
            {say(`providers.field.kid.${from}`)}
          </Radio>
        ))}
      </RadioGroup>
      {form.kidFrom === 'other' ? (
        <TextField
          label={say('providers.field.kid.own')}
          isMono
          {...text('signingKid', 'providers.field.kid.own.about')}
        />
      ) : null}
    </>
  );
}

const KID_STANDARDS = {
  thumbprint: 'kid: JWK thumbprint, RFC 7638',
  other: 'kid: RFC 7515 section 4.1.4, RFC 7517 section 4.5',
  none: 'no kid: RFC 7515 section 4.1.4',
} as const;

/** Gives the function that names an option: a key by its certificate, kind and end. */
function useOptionNames(): (option: KeyOption) => string {
  const say = useWords();
  const phrase = usePhrases();
  const { locale } = useIntl();
  return ({ value, credential }) => {
    if (credential === null)
      return say(value === NEW_KEY ? 'providers.field.key.new' : 'providers.field.key.as-it-is');
    const end = formatInstant(credential.notAfterMs, 'day', locale);
    const values = { name: titleOf(credential), kind: phrase(wordKind(credential)), end };
    return say('providers.field.key.option', values);
  };
}

/** The keys cannot be read: the rest of the form works all the same. */
function UnreadKeys({ entry: { unread, wish } }: { readonly entry: ProviderEntry }) {
  const say = useWords();
  const isLocked = unread?.kind === 'vault-locked';
  return (
    <Notice
      kind="warn"
      announce="still"
      title={say(isLocked ? 'providers.field.key.locked' : 'providers.field.key.unread')}
    >
      <p>{say(wish.currentId === null ? 'providers.field.key.later' : 'providers.field.key.kept')}</p>
    </Notice>
  );
}

/** The key that a profile names is not there to be chosen. */
function NamedKeyNotice({ entry: { keys, wish, isReading } }: { readonly entry: ProviderEntry }) {
  const say = useWords();
  const depth = useDepth();
  const { named } = keys;
  if (isReading || (named !== 'elsewhere' && named !== 'ended')) return null;
  const names = [wish.named?.kid, wish.named?.['x5t#S256']].filter((name) => name !== undefined);
  return (
    <Notice kind="warn" announce="still" title={say(`providers.field.key.${named}`)}>
      <p>{say(`providers.field.key.${named}.about`)}</p>
      {depth === 'plain' ? null : <p>{say('providers.field.key.names', { names: names.join(', ') })}</p>}
    </Notice>
  );
}

function ChangedNotice({ consentCount }: { readonly consentCount: number }) {
  const say = useWords();
  const depth = useDepth();
  return (
    <Notice kind="warn" title={say('providers.field.key.changed', { count: consentCount })}>
      <p>{say('providers.field.key.changed.about')}</p>
      {depth === 'plain' ? null : <p>{say('providers.field.key.changed.standard')}</p>}
    </Notice>
  );
}
