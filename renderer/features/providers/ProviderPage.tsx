import type { ProviderDetail } from '../../../preload/contract/provider-shapes';
import { useReading } from '../../data/use-reading';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { PageHeader } from '../../ui/PageHeader';
import { Reading } from '../../parts/Reading';
import { useWords } from '../../ui/words';
import { CapabilitySection } from './CapabilitySection';
import { ChangedNotice } from './ChangedNotice';
import { KeyNotice } from './KeyNotice';
import { ProfileSection, type ProviderMoves } from './ProfileSection';
import './providers.css';
import { RegistrationSection } from './RegistrationSection';

interface ProviderPageProps {
  readonly providerId: string;
  readonly moves: ProviderMoves;
}

/** One provider: what it offers, how this computer is registered there, and what is kept of it. */
export function ProviderPage({ providerId, moves }: ProviderPageProps) {
  const detail = useReading('getProviderDetail', { providerId });
  return (
    <div className="page">
      <Reading state={detail}>{(known) => <KnownProvider detail={known} moves={moves} />}</Reading>
    </div>
  );
}

function KnownProvider({
  detail,
  moves,
}: {
  readonly detail: ProviderDetail;
  readonly moves: ProviderMoves;
}) {
  const say = useWords();
  const { providerId, profile, key, changed } = detail;
  const isRegistered = profile.clientId !== '';
  const isReady = isRegistered && key.state === 'held';
  return (
    <>
      <PageHeader
        title={profile.name}
        eyebrow={<span className="mono">{profile.issuer}</span>}
        actions={
          <Button
            variant={isRegistered && changed.length === 0 ? 'primary' : 'secondary'}
            isDisabled={!isReady}
            onPress={() => moves.onConnect(providerId)}
          >
            {say('providers.connect')}
          </Button>
        }
      />
      <ProviderNotices detail={detail} />
      <RegistrationSection detail={detail} />
      <CapabilitySection detail={detail} onChange={() => moves.onEdit(providerId)} />
      <ProfileSection detail={detail} moves={moves} />
    </>
  );
}

/** What stands in the way of a flow, and what makes one weaker. */
function ProviderNotices({ detail }: { readonly detail: ProviderDetail }) {
  const say = useWords();
  const { profile } = detail;
  return (
    <>
      <KeyNotice detail={detail} />
      <ChangedNotice detail={detail} />
      {profile.clientId !== '' ? null : (
        <Notice kind="warn" announce="still" title={say('providers.unregistered', { name: profile.name })}>
          <p>{say('providers.unregistered.about')}</p>
        </Notice>
      )}
      {profile.issuerInAnswer === 'required' ? null : (
        <Notice kind="warn" announce="still" title={say('providers.mark.issuer')}>
          <p>{say('providers.issuer-mark.about')}</p>
        </Notice>
      )}
      {marksOf(profile).map((mark) => (
        <Notice key={mark} kind="warn" announce="still" title={say(`providers.mark.${mark}`)}>
          <p>{say(`providers.mark.${mark}.about`)}</p>
        </Notice>
      ))}
    </>
  );
}

function marksOf(profile: ProviderDetail['profile']) {
  return [
    ...(profile.issuerInErrors === 'may-be-missing' ? (['error-without-issuer'] as const) : []),
    ...(profile.signedAnswer === 'may-be-missing' ? (['unsigned-answer'] as const) : []),
    ...(profile.authorizationDetails === 'left-out' ? (['scopes-alone'] as const) : []),
  ];
}
