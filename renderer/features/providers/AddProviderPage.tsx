import { useState } from 'react';

import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import type { ProviderFindings } from '../../../preload/contract/provider-offer';
import { LinkButton } from '../../ui/LinkButton';
import { Notice } from '../../ui/Notice';
import { PageHeader } from '../../ui/PageHeader';
import { Tabs } from '../../ui/Tabs';
import { useWords, Words } from '../../ui/words';
import { FindingsSection } from './FindingsSection';
import { IssuerStart } from './IssuerStart';
import { type KeyWish, NO_WISH } from './key-choice';
import type { ReadProfile } from './profile-text';
import { ProfileStart } from './ProfileStart';
import { formOf, formOfFindings, type Origins, type ProviderForm } from './provider-form';
import { ProviderFormSection } from './ProviderFormSection';
import './providers.css';
import { useDroppedText } from './use-dropped-text';
import { useProviderEntry } from './use-provider-entry';

interface AddProviderPageProps {
  /** The text of a profile that was dropped; null where the person begins with nothing. */
  readonly profileText: string | null;
  readonly onSaved: (provider: ProviderSummary) => void;
}

/** What is filled in, and where it came from. */
interface Begun {
  readonly form: ProviderForm;
  readonly origins: Origins;
  readonly findings: ProviderFindings | null;
  readonly wish: KeyWish;
}

/** Adds a provider: first what is known of it, then everything in a form, and nothing is kept before that. */
export function AddProviderPage({ profileText, onSaved }: AddProviderPageProps) {
  const say = useWords();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [way, setWay] = useState<'issuer' | 'profile'>(profileText === null ? 'issuer' : 'profile');
  const [text, setText] = useState(profileText ?? '');
  useDroppedText((dropped) => {
    setBegun(null);
    setWay('profile');
    setText(dropped);
  });

  if (begun !== null) return <AddedForm begun={begun} onAgain={() => setBegun(null)} onSaved={onSaved} />;
  const byIssuer = (
    <IssuerStart
      onFound={(typed, findings) => setBegun({ ...formOfFindings(typed, findings), findings, wish: NO_WISH })}
    />
  );
  const byProfile = (
    <ProfileStart text={text} onText={setText} onProfile={(profile) => setBegun(beginWith(profile))} />
  );
  return (
    <div className="page">
      <PageHeader title={say('providers.add')} lead={say('providers.add.lead')} />
      <Tabs
        label={say('providers.add.how')}
        selected={way}
        onSelect={setWay}
        tabs={[
          { id: 'issuer', name: say('providers.add.by-issuer'), content: byIssuer },
          { id: 'profile', name: say('providers.add.by-profile'), content: byProfile },
        ]}
      />
    </div>
  );
}

interface AddedFormProps {
  readonly begun: Begun;
  readonly onAgain: () => void;
  readonly onSaved: (provider: ProviderSummary) => void;
}

function AddedForm({ begun, onAgain, onSaved }: AddedFormProps) {
  const say = useWords();
  const { origins, findings } = begun;
  const entry = useProviderEntry(begun.form, begun.wish);
  const { issuer } = begun.form;
  return (
    <div className="page">
      <PageHeader
        title={say('providers.add')}
        actions={<LinkButton onPress={onAgain}>{say('providers.add.again')}</LinkButton>}
      />
      {findings === null ? (
        // A file may come from anyone; who the provider is, only the person can know.
        <Notice
          kind="warn"
          title={
            <Words
              id="providers.add.confirm"
              values={{ issuer: <strong className="mono">{issuer}</strong> }}
            />
          }
        />
      ) : (
        <FindingsSection
          findings={findings}
          needs={entry.needs}
          type={entry.form.authorizationDetailsType.trim()}
        />
      )}
      <ProviderFormSection
        providerId={null}
        entry={entry}
        origins={origins}
        findings={findings}
        consentCount={0}
        isIssuerFixed={findings !== null}
        onSaved={onSaved}
      />
    </div>
  );
}

function beginWith({ draft, key: named }: ReadProfile): Begun {
  const form = formOf(draft);
  const origins = Object.fromEntries(Object.keys(form).map((field) => [field, 'profile'])) as Origins;
  return { form, origins, findings: null, wish: { ...NO_WISH, named } };
}
