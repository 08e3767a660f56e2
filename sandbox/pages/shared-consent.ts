import type { Provider } from 'oidc-provider';

import type { Clock } from '../clock';
import type { RequestedConsent } from '../consents/authorization-details';
import type { Consent, Consents } from '../consents/consents';
import { accountsOf } from '../people/customers';
import { sentencesOf } from './sentences';

/** One consent as the customer reads it on the bank's own pages. */
export interface SharedConsent {
  readonly id: string;
  readonly recipient: string;
  readonly isActive: boolean;
  /** "Shared now", or how and when it ended. */
  readonly status: string;
  readonly items: readonly string[];
  /** How far back; null where nothing has a history, or nothing is shared any more. */
  readonly history: string | null;
  readonly accounts: readonly SharedAccount[];
  readonly since: string;
  /** Null once it has ended: then the status says when. */
  readonly until: string | null;
}

interface SharedAccount {
  readonly name: string;
  readonly number: string;
}

export interface ReadingOptions {
  readonly provider: Provider;
  readonly consents: Consents;
  readonly clock: Clock;
}

/** Puts a consent into the words of the page on which it was given. */
export async function wordShared(
  consent: Consent,
  { provider, consents }: ReadingOptions,
): Promise<SharedConsent> {
  const client = await provider.Client.find(consent.clientId);
  const recipient = client?.clientName ?? consent.clientId;
  // counted from when it was given, as the customer read it then
  const { items, lookback } = sentencesOf(requestOf(consent), recipient, consent.createdMs);
  const isActive = consents.statusOf(consent) === 'ACTIVE';
  return {
    id: consent.id,
    recipient,
    isActive,
    status: wordStatus(consent, consents, recipient),
    items: items.map(({ phrase }) => phrase),
    history: isActive ? lookback : null,
    accounts: accountsOf(consent.customerId, consent.accountIds).map(({ descriptor }) => ({
      name: descriptor.nickname,
      number: descriptor.accountNumberDisplay.replaceAll('*', '•'),
    })),
    since: moment(consent.createdMs),
    until: isActive ? wordEnd(consent) : null,
  };
}

function requestOf({ durationType, durationPeriod, lookbackPeriod, resources }: Consent): RequestedConsent {
  const period = durationPeriod === null ? {} : { durationPeriod };
  return { durationType, ...period, lookbackPeriod, resources };
}

function wordStatus(consent: Consent, consents: Consents, recipient: string): string {
  switch (consents.statusOf(consent)) {
    case 'ACTIVE':
      return 'Shared now';
    case 'EXPIRED':
      return `Ended by itself on ${wordEnd(consent)}`;
    case 'REVOKED':
      return wordRevocation(consent, recipient);
  }
}

function wordEnd({ expiresMs }: Consent): string {
  return expiresMs === null ? 'You stop it' : moment(expiresMs);
}

function wordRevocation({ revocation }: Consent, recipient: string): string {
  if (revocation === null) return 'Stopped';
  const { initiator, atMs } = revocation;
  if (initiator === 'INDIVIDUAL') return `Stopped by you on ${moment(atMs)}`;
  return initiator === 'DATA_RECIPIENT'
    ? `Ended by ${recipient} on ${moment(atMs)}`
    : `Ended on ${moment(atMs)}`;
}

function moment(ms: number): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'short' }).format(ms);
}
