import { assertNever, type Failure, type TlsProblem, type Unreachable } from '../../preload/contract/failure';
import type { Phrase } from '../ui/words';
import { isConsentFailure, wordConsentFailure } from './consent-failure-words';
import { type FailureWords, providerHas as provider, words, YOU } from './failure-parts';
import { isKeptFailure, wordKeptFailure } from './kept-failure-words';
import { isProviderFailure, wordProviderFailure } from './provider-failure-words';
import { wordRefused, wordUnsuitable } from './refused-words';
import { wordViolation } from './violation-words';

type Of<Kind extends Failure['kind']> = Extract<Failure, { kind: Kind }>;

const APP: Phrase = { id: 'failure.who.app' };
const NOBODY: Phrase = { id: 'failure.who.nobody' };
const AGAIN: Phrase = { id: 'failure.next.again' };

/** Turns a failure into what happened, who can fix it and what to do next. A new kind does not compile without. */
export function wordFailure(failure: Failure): FailureWords {
  if (isKeptFailure(failure)) return wordKeptFailure(failure);
  if (isProviderFailure(failure)) return wordProviderFailure(failure);
  if (isConsentFailure(failure)) return wordConsentFailure(failure);
  switch (failure.kind) {
    case 'provider-unreachable':
    case 'no-secure-connection':
    case 'provider-refused':
    case 'provider-busy':
    case 'protocol-violation':
    case 'provider-unsuitable':
      return wordConversation(failure);
    case 'declined':
    case 'request-expired':
    case 'flow-cancelled':
    case 'flow-unknown':
      return wordFlow(failure);
    case 'no-free-port':
    case 'port-taken':
    case 'browser-not-opened':
    case 'storage-full':
    case 'storage-too-large':
    case 'storage-failed':
      return wordComputer(failure);
    case 'vault-locked':
    case 'wrong-passphrase':
      return wordVault(failure);
    case 'sandbox-failed':
    case 'bad-request':
    case 'unexpected':
      return wordOurs(failure);
    default:
      return assertNever(failure);
  }
}

type ConversationFailure = Of<
  | 'provider-unreachable'
  | 'no-secure-connection'
  | 'provider-refused'
  | 'provider-busy'
  | 'protocol-violation'
  | 'provider-unsuitable'
>;

function wordConversation(failure: ConversationFailure): FailureWords {
  switch (failure.kind) {
    case 'provider-unreachable':
      return wordUnreachable(failure);
    case 'no-secure-connection':
      return wordInsecure(failure);
    case 'provider-refused':
      return wordRefused(failure);
    case 'provider-busy':
      return wordBusy(failure);
    case 'protocol-violation':
      return wordViolation(failure);
    case 'provider-unsuitable':
      return wordUnsuitable(failure);
    default:
      return assertNever(failure);
  }
}

function wordUnreachable(failure: Of<'provider-unreachable'>): FailureWords {
  const { providerName, host, stage, reason } = failure;
  const values = { provider: providerName, host };
  const isOurs: Unreachable[] = ['offline', 'not-found'];
  return words(
    { id: `failure.unreachable.${reason}`, values },
    isOurs.includes(reason) ? YOU : provider(providerName),
    { id: `failure.unreachable.next.${reason}`, values },
    { technical: `${stage} · ${host} · ${reason}` },
  );
}

function wordInsecure(failure: Of<'no-secure-connection'>): FailureWords {
  const { providerName, host, stage, problem, code } = failure;
  const values = { provider: providerName, host };
  // A clock that is wrong, an address that was typed, an authority and a key that were not named.
  const isOurs: TlsProblem[] = [
    'not-yet-valid',
    'other-name',
    'unknown-authority',
    'no-tls',
    'our-certificate',
    'certificate-wanted',
  ];
  return words(
    { id: `failure.insecure.${problem}`, values },
    isOurs.includes(problem) ? YOU : provider(providerName),
    { id: `failure.insecure.next.${problem}`, values },
    { technical: `${stage} · ${host} · ${code}` },
  );
}

function wordBusy({ providerName, stage, retryAtMs }: Of<'provider-busy'>): FailureWords {
  return words(
    { id: 'failure.busy', values: { provider: providerName } },
    provider(providerName),
    { id: 'failure.busy.next', values: { when: retryAtMs } },
    { kind: 'warn', technical: `${stage} · Retry-After` },
  );
}

type FlowFailure = Of<'declined'> | Of<'request-expired'> | Of<'flow-cancelled'> | Of<'flow-unknown'>;

function wordFlow(failure: FlowFailure): FailureWords {
  switch (failure.kind) {
    case 'declined': {
      const values = { provider: failure.providerName };
      return words(
        { id: 'failure.declined', values },
        NOBODY,
        { id: 'failure.declined.next' },
        { kind: 'info' },
      );
    }
    case 'request-expired': {
      const values = { provider: failure.providerName };
      return words({ id: 'failure.expired', values }, YOU, { id: 'failure.expired.next' }, { kind: 'warn' });
    }
    case 'flow-cancelled':
      return words({ id: 'failure.cancelled' }, NOBODY, { id: 'failure.cancelled.next' }, { kind: 'info' });
    case 'flow-unknown':
      return words(
        { id: 'failure.flow-unknown' },
        YOU,
        { id: 'failure.flow-unknown.next' },
        { kind: 'warn' },
      );
    default:
      return assertNever(failure);
  }
}

type ComputerFailure =
  | Of<'no-free-port'>
  | Of<'port-taken'>
  | Of<'browser-not-opened'>
  | Of<'storage-full'>
  | Of<'storage-too-large'>
  | Of<'storage-failed'>;

function wordComputer(failure: ComputerFailure): FailureWords {
  switch (failure.kind) {
    case 'no-free-port':
      return words({ id: 'failure.no-free-port' }, YOU, { id: 'failure.no-free-port.next' });
    case 'port-taken': {
      const values = { port: String(failure.port) };
      return words({ id: 'failure.port-taken', values }, YOU, { id: 'failure.port-taken.next', values });
    }
    case 'browser-not-opened':
      return words({ id: 'failure.browser' }, YOU, { id: 'failure.browser.next' });
    case 'storage-full':
      return words({ id: 'failure.storage-full' }, YOU, { id: 'failure.storage-full.next' });
    case 'storage-too-large': {
      const values = { megabytes: Math.floor(failure.maxBytes / 1_048_576) };
      return words({ id: 'failure.storage-too-large', values }, YOU, {
        id: 'failure.storage-too-large.next',
      });
    }
    case 'storage-failed':
      return words(
        { id: 'failure.storage' },
        YOU,
        { id: 'failure.storage.next' },
        { technical: failure.code },
      );
    default:
      return assertNever(failure);
  }
}

function wordVault(failure: Of<'vault-locked'> | Of<'wrong-passphrase'>): FailureWords {
  return failure.kind === 'vault-locked'
    ? words({ id: 'failure.locked' }, YOU, { id: 'failure.locked.next' }, { kind: 'warn' })
    : words({ id: 'failure.passphrase' }, YOU, { id: 'failure.passphrase.next' });
}

function wordOurs(failure: Of<'sandbox-failed'> | Of<'bad-request'> | Of<'unexpected'>): FailureWords {
  switch (failure.kind) {
    case 'sandbox-failed':
      return words({ id: 'failure.sandbox' }, APP, AGAIN, { technical: failure.reason });
    case 'bad-request':
      return words({ id: 'failure.bad-request', values: { field: failure.field } }, APP, AGAIN);
    case 'unexpected': {
      const values = { reference: failure.logReference };
      return words({ id: 'failure.unexpected', values }, APP, AGAIN, { technical: failure.logReference });
    }
    default:
      return assertNever(failure);
  }
}
