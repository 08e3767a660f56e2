import { useReading } from '../../data/use-reading';
import { PageHeader } from '../../ui/PageHeader';
import { Reading } from '../../ui/Reading';
import { useWords } from '../../ui/words';
import { formOf } from './provider-form';
import { ProviderFormSection } from './ProviderFormSection';
import './providers.css';

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
        {({ profile, consentCount }) => (
          <>
            <PageHeader title={say('providers.edit.title', { name: profile.name })} />
            {consentCount === 0 ? null : <p className="muted">{say('providers.field.issuer.fixed')}</p>}
            <ProviderFormSection
              providerId={providerId}
              initial={formOf(profile)}
              origins={{}}
              isIssuerFixed={consentCount > 0}
              onSaved={onDone}
              onCancel={onDone}
            />
          </>
        )}
      </Reading>
    </div>
  );
}
