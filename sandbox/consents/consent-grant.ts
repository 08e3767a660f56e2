import type { Consent, ConsentStatus } from './consents';

/** The bank's name, wherever a person or a recipient reads it. */
export const BANK_NAME = 'Sandbox Bank';

/** A party of a consent other than the customer. @see FDX Consent API 6.x, ConsentGrantParty */
export interface Recipient {
  readonly clientId: string;
  readonly name: string;
  readonly homeUri: string | null;
}

export interface GrantFacts {
  readonly consent: Consent;
  readonly status: ConsentStatus;
  readonly recipient: Recipient;
  readonly fdxBaseUrl: string;
}

/** A consent as FDX describes one to a recipient. @see FDX Consent API 6.x, ConsentGrant */
export function describeGrant({ consent, status, recipient, fdxBaseUrl }: GrantFacts): object {
  return {
    id: consent.id,
    status,
    parties: [describeRecipient(recipient), PROVIDER],
    createdTime: instant(consent.createdMs),
    ...(consent.expiresMs === null ? {} : { expirationTime: instant(consent.expiresMs) }),
    updatedTime: instant(updatedMs(consent, status)),
    durationType: consent.durationType,
    ...(consent.durationPeriod === null ? {} : { durationPeriod: consent.durationPeriod }),
    lookbackPeriod: consent.lookbackPeriod,
    resources: consent.resources.flatMap(({ resourceType, dataClusters }) =>
      resourceIds(consent, resourceType).map((resourceId) => ({ resourceType, resourceId, dataClusters })),
    ),
    links: [
      link(`${fdxBaseUrl}/consents/${consent.id}`, 'GET', 'self'),
      link(`${fdxBaseUrl}/consents/${consent.id}/revocation`, 'PUT', 'revocation'),
    ],
  };
}

/** How a consent was ended, if it was. @see FDX Consent API 6.x, ConsentRevocations */
export function describeRevocations({ revocation }: Consent): object {
  if (revocation === null) return { revocations: [] };
  const { reason, initiator, atMs } = revocation;
  return { revocations: [{ status: 'REVOKED', reason, initiator, updatedTime: instant(atMs) }] };
}

const PROVIDER = {
  name: BANK_NAME,
  type: 'DATA_PROVIDER',
  homeUri: 'https://sandbox-bank.example',
  logoUri: 'https://sandbox-bank.example/logo.png',
  registry: 'PRIVATE',
  registeredEntityName: `${BANK_NAME} (a pretend bank)`,
  registeredEntityId: 'sandbox-bank',
};

function describeRecipient({ clientId, name, homeUri }: Recipient): object {
  return {
    name,
    type: 'DATA_RECIPIENT',
    // required by FDX, optional in a registration
    homeUri: homeUri ?? 'https://recipient-without-a-homepage.example',
    registry: 'PRIVATE',
    registeredEntityName: name,
    registeredEntityId: clientId,
  };
}

function resourceIds({ accountIds, customerId }: Consent, resourceType: string): readonly string[] {
  switch (resourceType) {
    case 'ACCOUNT':
      return accountIds;
    case 'CUSTOMER':
      return [customerId];
    default:
      return [`${customerId}-documents`];
  }
}

function updatedMs({ createdMs, expiresMs, revocation }: Consent, status: ConsentStatus): number {
  if (revocation !== null) return revocation.atMs;
  return status === 'EXPIRED' && expiresMs !== null ? expiresMs : createdMs;
}

function link(href: string, action: string, rel: string): object {
  return { href, action, rel, types: ['application/json'] };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
