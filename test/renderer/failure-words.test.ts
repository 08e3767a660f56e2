import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';

import type { Breach, Failure, Stage, TlsProblem, Unreachable } from '../../preload/contract/failure';
import { messages } from '../../preload/contract/messages/catalogue';
import { wordFailure } from '../../renderer/ui/failure-words';

const providerName = 'Sandbox Bank';
const reasons: readonly Unreachable[] = ['refused', 'not-found', 'timeout', 'reset', 'offline'];
const problems: readonly TlsProblem[] = [
  'expired',
  'not-yet-valid',
  'other-name',
  'unknown-authority',
  'old-version',
  'no-tls',
  'our-certificate',
  'other',
];
const breaches: readonly Breach[] = [
  'malformed',
  'oversized',
  'redirected',
  'other-issuer',
  'other-answer',
  'signature',
  'wider',
  'other-consent',
  'unsafe',
];
const stages: readonly Stage[] = [
  'discovery',
  'registration',
  'par',
  'authorize',
  'token',
  'consent',
  'accounts',
  'revocation',
];

/** At least one of every kind; a kind that is missing here does not compile. */
const EVERY_KIND: { readonly [Kind in Failure['kind']]: readonly Extract<Failure, { kind: Kind }>[] } = {
  'bad-request': [{ kind: 'bad-request', field: 'flowId' }],
  unexpected: [{ kind: 'unexpected', logReference: 'log-1' }],
  'provider-unreachable': reasons.map((reason) => ({
    kind: 'provider-unreachable',
    providerName,
    host: '127.0.0.1:9080',
    stage: 'par',
    reason,
  })),
  'no-secure-connection': problems.map((problem) => ({
    kind: 'no-secure-connection',
    providerName,
    host: '127.0.0.1:9080',
    stage: 'discovery',
    problem,
    code: 'CERT_HAS_EXPIRED',
  })),
  'provider-refused': stages.map((stage) => ({
    kind: 'provider-refused',
    providerName,
    stage,
    status: 400,
    code: 'invalid_request',
    description: 'no',
    member: null,
  })),
  'provider-busy': [{ kind: 'provider-busy', providerName, stage: 'accounts', retryAtMs: 1_790_000_000_000 }],
  'provider-misbehaved': breaches.map((breach) => ({
    kind: 'provider-misbehaved',
    providerName,
    stage: 'par',
    breach,
    rule: 'RFC 9126 2.2: status is 201',
    detail: '200',
  })),
  'provider-unsuitable': [{ kind: 'provider-unsuitable', providerName, missing: ['PAR'] }],
  declined: [{ kind: 'declined', providerName }],
  'request-expired': [{ kind: 'request-expired', providerName }],
  'flow-cancelled': [{ kind: 'flow-cancelled' }],
  'flow-unknown': [{ kind: 'flow-unknown' }],
  'no-free-port': [{ kind: 'no-free-port' }],
  'port-taken': [{ kind: 'port-taken', port: 3005 }],
  'browser-not-opened': [{ kind: 'browser-not-opened' }],
  'not-registered': [{ kind: 'not-registered', providerName }],
  'no-registration-endpoint': [{ kind: 'no-registration-endpoint', providerName }],
  'authority-unreadable': [{ kind: 'authority-unreadable' }],
  'key-unusable': (['not-held', 'ended'] as const).map((reason) => ({ kind: 'key-unusable', reason })),
  'not-printed': [{ kind: 'not-printed', reason: 'no printer' }],
  'file-not-read': (['too-large', 'not-text', 'unreadable'] as const).map((reason) => ({
    kind: 'file-not-read',
    reason,
  })),
  'callback-not-ours': (['no-address', 'other-address', 'other-answer'] as const).map((reason) => ({
    kind: 'callback-not-ours',
    reason,
  })),
  'provider-unknown': [{ kind: 'provider-unknown' }],
  'consent-unknown': [{ kind: 'consent-unknown' }],
  'exchange-unknown': [{ kind: 'exchange-unknown' }],
  'trace-unreadable': [{ kind: 'trace-unreadable' }],
  'consent-ended': [
    { kind: 'consent-ended', how: 'expired' },
    { kind: 'consent-ended', how: 'revoked' },
  ],
  'access-not-held': [{ kind: 'access-not-held' }],
  'sandbox-failed': [{ kind: 'sandbox-failed', reason: 'no port' }],
  'vault-locked': [{ kind: 'vault-locked' }],
  'wrong-passphrase': [{ kind: 'wrong-passphrase' }],
  'storage-full': [{ kind: 'storage-full' }],
  'storage-failed': [{ kind: 'storage-failed', code: 'EACCES' }],
};

const intl = createIntl({
  locale: 'en-US',
  messages: messages.en,
  onError: (error) => {
    throw error;
  },
});
const say = ({ id, values }: { id: string; values?: Readonly<Record<string, string | number>> }) =>
  intl.formatMessage({ id }, { ...values });

const failures: readonly Failure[] = Object.values(EVERY_KIND).flat();

describe('a failure in words', () => {
  it.each(failures.map((failure) => ({ failure, kind: failure.kind })))(
    'says what happened, who can mend it and what to do next: $kind',
    ({ failure }) => {
      const { what, who, next } = wordFailure(failure);
      const sentences = [say(what), say(who), say(next)];

      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z“].*[.”]$/s);
      expect(sentences.join(' ')).not.toMatch(/undefined|null|\{|oops|please|!/i);
    },
  );

  it('never ends in "something went wrong"', () => {
    for (const failure of failures) expect(say(wordFailure(failure).what)).not.toMatch(/went wrong/i);
  });

  const refused = EVERY_KIND['provider-refused'][0]!;

  it('sends the person back to the request when the bank names a member of it', () => {
    const words = wordFailure({ ...refused, stage: 'par', member: 'consentRequest.lookbackPeriod' });

    expect(words.who.id).toBe('failure.who.you');
    expect(words.next.id).toBe('failure.refused.next.member');
    expect(words.technical).toContain('consentRequest.lookbackPeriod');
  });

  it('advises to wait when the bank is busy or down, whatever it calls that', () => {
    for (const change of [
      { status: 429 },
      { status: 503 },
      { code: 'temporarily_unavailable' },
      { code: 'server_error' },
    ])
      expect(wordFailure({ ...refused, ...change }).next.id).toBe('failure.next.wait');
  });

  it('quotes what the bank said, and says nothing where it said nothing', () => {
    expect(wordFailure(refused).said).toEqual({ id: 'failure.refused.said', values: { description: 'no' } });
    expect(wordFailure({ ...refused, description: null }).said).toBeNull();
  });

  it('does not treat a change of mind as an error', () => {
    expect(wordFailure({ kind: 'declined', providerName }).kind).toBe('info');
    expect(wordFailure({ kind: 'flow-cancelled' }).kind).toBe('info');
  });
});
