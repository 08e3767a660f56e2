import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import type { MessageId } from '../../../preload/contract/messages/catalogue';
import type { ProviderDetail } from '../../../preload/contract/provider-shapes';
import { useAction } from '../../data/use-action';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { Fact, FactList } from '../../ui/FactList';
import { formatInstant } from '../../ui/format-instant';
import { useWords } from '../../ui/words';
import { DeleteDialog } from './DeleteDialog';
import { SaveFileButton } from './SaveFileButton';
import { EMPTY_FORM, exportText, fileNameOf } from './provider-form';

/** Where the page of a provider leads. */
export interface ProviderMoves {
  readonly onConnect: (providerId: string) => void;
  readonly onEdit: (providerId: string) => void;
  readonly onDuplicated: (providerId: string) => void;
  readonly onDeleted: () => void;
}

interface ProfileSectionProps {
  readonly detail: ProviderDetail;
  readonly moves: ProviderMoves;
}

/** What is kept of a provider, and what can be done with that. */
export function ProfileSection({ detail, moves }: ProfileSectionProps) {
  const say = useWords();
  const { providerId, profile } = detail;
  const [isDeleting, setIsDeleting] = useState(false);
  const copy = useAction<ProviderSummary>((made) => moves.onDuplicated(made.providerId));
  const name = say('providers.duplicate.name', { name: profile.name }).slice(0, 120);
  return (
    <section className="provider-section" aria-labelledby="provider-profile">
      <h2 id="provider-profile">{say('providers.profile')}</h2>
      <ProfileFacts detail={detail} />
      {copy.state.phase === 'failed' ? <FailureNotice failure={copy.state.failure} /> : null}
      <div className="provider-actions">
        <Button onPress={() => moves.onEdit(providerId)}>{say('providers.edit')}</Button>
        <Button
          isPending={copy.state.phase === 'running'}
          onPress={() => copy.start(() => window.bridge.duplicateProvider({ providerId, name }))}
        >
          {say('providers.duplicate')}
        </Button>
        <SaveFileButton
          name={say('providers.export')}
          done={say('providers.export.done')}
          suggestedName={fileNameOf(profile.name, 'profile')}
          text={exportText(profile, detail.key.names)}
        />
        <Button variant="danger" onPress={() => setIsDeleting(true)}>
          {say('providers.delete')}
        </Button>
      </div>
      <DeleteDialog
        detail={detail}
        isOpen={isDeleting}
        onClose={() => setIsDeleting(false)}
        onDeleted={moves.onDeleted}
      />
    </section>
  );
}

function ProfileFacts({ detail: { profile, key } }: { readonly detail: ProviderDetail }) {
  const say = useWords();
  const { locale } = useIntl();
  const end = key.expiresAtMs === null ? null : formatInstant(key.expiresAtMs, 'day', locale);
  const scopes = profile.scopes === '' ? say('providers.profile.no-scopes') : profile.scopes;
  const facts = [
    [say('providers.field.fdxBaseUrl'), profile.fdxBaseUrl],
    [
      say('providers.field.key'),
      key.name === null || end === null
        ? say('providers.profile.no-key')
        : say('providers.profile.key', { name: key.name, end }),
    ],
    [
      say('providers.field.clientAuthentication'),
      say(`providers.field.clientAuthentication.${profile.clientAuthentication}`),
    ],
    ...(profile.clientAuthentication === 'private_key_jwt' && profile.signingKid !== null
      ? ([[say('providers.field.kid'), profile.signingKid || say('providers.field.kid.none')]] as const)
      : []),
    [say('providers.field.tokenBinding'), say(`providers.field.tokenBinding.${profile.tokenBinding}`)],
    [say('providers.field.authorizationDetailsType'), profile.authorizationDetailsType],
    [say('providers.field.scopes'), scopes ?? say('providers.field.scopes.usual')],
    [
      say('providers.field.caPem'),
      say(profile.caPem === null ? 'providers.profile.none' : 'providers.profile.own'),
    ],
    [say('providers.field.issuerInAnswer'), say(`providers.field.issuerInAnswer.${profile.issuerInAnswer}`)],
    ...unusualOnes(profile).map(([field, way]) => [say(field), say(way)] as const),
  ] as const;
  return (
    <FactList values="at-end">
      {facts.map(([term, value]) => (
        <Fact key={term} name={term}>
          {value}
        </Fact>
      ))}
    </FactList>
  );
}

/** What the profile says otherwise than most; the usual value goes without saying. */
function unusualOnes(profile: ProviderDetail['profile']): ReadonlyArray<readonly [MessageId, MessageId]> {
  return (['requestObject', 'issuerInErrors', 'signedAnswer', 'authorizationDetails'] as const)
    .filter((field) => profile[field] !== EMPTY_FORM[field])
    .map((field) => [
      `providers.field.${field}`,
      `providers.field.${field}.${profile[field]}` as MessageId, // a test reads every one
    ]);
}
