import type { ProviderProfile } from '../../main/records/provider-profile';
import type { ProviderDraft } from '../../preload/contract/provider-shapes';
import { type Fault, hostileProvider, type HostileProvider } from './hostile-provider';
import { windowOf, type WindowSide } from './operations';
import {
  type AtTheBank,
  type Recipient,
  type RecipientOptions,
  startRecipient,
  TUTORIAL_REQUEST,
} from './recipient';

type Metadata = Readonly<Record<string, unknown>>;

/** A provider that takes registrations, and says more or less of itself. */
export function saying(change: (issuer: string) => Metadata, rest: Fault = {}): Fault {
  return {
    ...rest,
    answers: {
      ...rest.answers,
      discovery: (right, { issuer }) => ({
        ...right,
        body: JSON.stringify({
          ...(JSON.parse(String(right.body)) as Metadata),
          registration_endpoint: `${issuer}/register`,
          ...change(issuer),
        }),
      }),
    },
  };
}

/** A provider that was added by hand, with the window that shows it. */
export interface Added {
  readonly provider: HostileProvider;
  readonly recipient: Recipient;
  readonly window: WindowSide;
  readonly providerId: string;
  readonly profile: () => ProviderProfile;
  readonly connect: (person?: AtTheBank) => ReturnType<ReturnType<Recipient['startAt']>['until']>;
}

/** Opens a provider and adds it as a person would, without registering there. */
export async function addProvider(
  fault: Fault,
  change: Partial<ProviderDraft> = {},
  options: RecipientOptions = {},
): Promise<Added> {
  const provider = await hostileProvider(fault);
  const recipient = await startRecipient(provider, options);
  const window = await windowOf(recipient);
  const { issuer, fdxBaseUrl, caPem } = provider.descriptor;
  const draft: ProviderDraft = {
    name: 'Far Bank',
    issuer,
    fdxBaseUrl,
    caPem,
    clientId: '',
    scopes: null,
    authorizationDetailsType: 'fdx_v1.0',
    issuerInAnswer: 'required',
    requestObject: 'as-announced',
    clientAuthentication: 'self_signed_tls_client_auth',
    tokenBinding: 'certificate',
    signingKid: null,
    issuerInErrors: 'as-promised',
    signedAnswer: 'as-announced',
    authorizationDetails: 'sent',
    redirect: { host: '127.0.0.1', port: null, path: '/callback' },
    ...change,
  };
  const { providerId } = await window.get('saveProvider', { providerId: null, draft, key: { kind: 'new' } });
  const profile = () => {
    const kept = recipient.services.profiles.get(providerId);
    if (kept === null) throw new Error('the provider is gone');
    return kept;
  };
  const connect: Added['connect'] = (person = provider.person) =>
    recipient.startAt(profile(), TUTORIAL_REQUEST, person).until('done', 'failed');
  return { provider, recipient, window, providerId, profile, connect };
}
