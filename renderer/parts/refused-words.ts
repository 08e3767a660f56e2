import type { Failure, Stage } from '../../preload/contract/failure';
import type { Phrase } from '../ui/words';
import { type FailureWords, providerHas, words, YOU } from './failure-parts';

type Of<Kind extends Failure['kind']> = Extract<Failure, { kind: Kind }>;

const WHAT_WAS_REFUSED = {
  discovery: 'failure.refused.discovery',
  registration: 'failure.refused.registration',
  par: 'failure.refused.par',
  authorize: 'failure.refused.authorize',
  token: 'failure.refused.token',
  consent: 'failure.refused.consent',
  accounts: 'failure.refused.accounts',
  transactions: 'failure.refused.transactions',
  revocation: 'failure.refused.revocation',
} as const satisfies Record<Stage, Phrase['id']>;

/** What a provider did not do, what it said, and who can change that. */
export function wordRefused(failure: Of<'provider-refused'>): FailureWords {
  const { providerName, stage, status, code, description, member } = failure;
  const values = { provider: providerName };
  const technical = [stage, status === null ? null : `HTTP ${status}`, code, member];
  const { who, next } = whoMendsRefusal(failure);
  return words({ id: WHAT_WAS_REFUSED[stage], values }, who, next, {
    said: description === null ? null : { id: 'failure.refused.said', values: { description } },
    technical: technical.filter((part) => part !== null).join(' · '),
  });
}

/** Codes for scopes and types that a provider does not know. @see RFC 6749 section 4.1.2.1; RFC 9396 section 5 */
const ABOUT_PROFILE: readonly string[] = ['invalid_scope', 'invalid_authorization_details'];

/** Whether what is refused stands in the profile: its scopes, or the type of its requests. */
export function isAboutProfile({ code, member }: Of<'provider-refused'>): boolean {
  return ABOUT_PROFILE.includes(code) && (member === null || member === 'type');
}

function whoMendsRefusal(failure: Of<'provider-refused'>): Pick<FailureWords, 'who' | 'next'> {
  const { providerName, status, code, member } = failure;
  const values = { provider: providerName, code };
  const isBusy = status === 429 || code === 'temporarily_unavailable';
  // 501 is what it will never do, and no matter of waiting (RFC 9110 section 15.6.2).
  const isDown = (status !== null && status >= 500 && status !== 501) || code === 'server_error';
  if (member !== null && member !== 'type') return { who: YOU, next: { id: 'failure.refused.next.member' } };
  if (isBusy || isDown) return { who: providerHas(providerName), next: { id: 'failure.next.wait', values } };
  if (isAboutProfile(failure))
    return {
      who: YOU,
      next: { id: `failure.refused.next.${code === 'invalid_scope' ? 'scope' : 'type'}`, values },
    };
  if (failure.bySignedStatement === true)
    return { who: YOU, next: { id: 'failure.refused.next.statement', values } };
  if (code === 'invalid_client' || code === 'unauthorized_client')
    return { who: providerHas(providerName), next: { id: 'failure.refused.next.client', values } };
  return { who: providerHas(providerName), next: { id: 'failure.refused.next.code', values } };
}

/** What a provider lacks, and who can change that. */
export function wordUnsuitable(failure: Of<'provider-unsuitable'>): FailureWords {
  const values = { provider: failure.providerName };
  const technical = failure.missing.join(' · ');
  if (failure.isByChoice)
    return words(
      { id: 'failure.unsuitable', values },
      YOU,
      { id: 'failure.unsuitable.next', values },
      { technical },
    );
  const next: Phrase = { id: 'failure.next.tell-provider', values };
  return words({ id: 'failure.unsuitable', values }, providerHas(failure.providerName), next, { technical });
}
