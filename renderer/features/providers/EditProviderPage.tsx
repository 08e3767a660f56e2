import type { ProviderDetail } from '../../../preload/contract/provider-shapes';
import { useReading } from '../../data/use-reading';
import { PageHeader } from '../../ui/PageHeader';
import { Reading } from '../../parts/Reading';
import { useWords } from '../../ui/words';
import { formOf } from './provider-form';
import { ProviderFormSection } from './ProviderFormSection';
import './providers.css';
import { useProviderEntry } from './use-provider-entry';

interface EditProviderPageProps {
  readonly providerId: string;
  /** Saved or not: back to where the provider is shown. */
  readonly onDone: () => void;
}

/** Changes what is kept of a provider. */
export function EditProviderPage({ providerId, onDone }: EditProviderPageProps) {
  const say = useWords();
  const detail = useReading('getProviderDetail', { providerId });
  return (
    <div className="page">
      <Reading state={detail}>
        {(known) => (
          <>
            <PageHeader title={say('providers.edit.title', { name: known.profile.name })} />
            <EditForm detail={known} onDone={onDone} />
          </>
        )}
      </Reading>
    </div>
  );
}

interface EditFormProps {
  readonly detail: ProviderDetail;
  readonly onDone: () => void;
}

function EditForm({ detail, onDone }: EditFormProps) {
  const say = useWords();
  const { providerId, profile, key, registeredKeys: registered, consentCount } = detail;
  const { clientId } = profile;
  const entry = useProviderEntry(formOf(profile), {
    currentId: key.credentialId,
    named: null,
    registered,
    clientId,
  });
  return (
    <>
      {consentCount === 0 ? null : <p className="muted">{say('providers.field.issuer.fixed')}</p>}
      <ProviderFormSection
        providerId={providerId}
        entry={entry}
        origins={{}}
        findings={null}
        consentCount={consentCount}
        isIssuerFixed={consentCount > 0}
        onSaved={onDone}
        onCancel={onDone}
      />
    </>
  );
}
