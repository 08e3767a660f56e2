import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';

import type { Failure } from '../../preload/contract/failure';
import { messages } from '../../preload/contract/messages/catalogue';
import { wordFailure } from '../../renderer/parts/failure-words';
import { FAILURE_SAMPLES, PLAIN_REFUSAL } from '../../scripts/failure-guide/failure-samples';
import { REFUSAL_CODES } from '../../scripts/failure-guide/refusal-codes';

const providerName = 'Sandbox Bank';
const intl = createIntl({
  locale: 'en-US',
  messages: messages.en,
  onError: (error) => {
    throw error;
  },
});
const say = ({ id, values }: { id: string; values?: Readonly<Record<string, string | number>> }) =>
  intl.formatMessage({ id }, { ...values });

const failures: readonly Failure[] = [
  ...Object.values(FAILURE_SAMPLES).flat(),
  ...REFUSAL_CODES.map(({ failure }) => failure),
];

describe('a failure in words', () => {
  it.each(failures.map((failure) => ({ failure, kind: failure.kind })))(
    'says what happened, who can fix it and what to do next: $kind',
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

  it('leaves no sentence unused: each one is what some failure says', () => {
    const used = failures.map(wordFailure).flatMap(({ what, who, next, said }) => [what, who, next, said]);
    const written = Object.keys(messages.en).filter((id) => id.startsWith('failure.'));

    expect([...new Set(used.flatMap((phrase) => phrase?.id ?? []))].sort()).toEqual(written.sort());
  });

  it('sends the person back to the request when the bank names a member of it', () => {
    const words = wordFailure({ ...PLAIN_REFUSAL, stage: 'par', member: 'consentRequest.lookbackPeriod' });

    expect(words.who.id).toBe('failure.who.you');
    expect(words.next.id).toBe('failure.refused.next.member');
    expect(words.technical).toContain('consentRequest.lookbackPeriod');
  });

  it('names the field of the key ID when a bank does not know a client that signed a statement', () => {
    const failure = { ...PLAIN_REFUSAL, status: 401, code: 'invalid_client' };
    const { who, next } = wordFailure({ ...failure, bySignedStatement: true });

    expect(who.id).toBe('failure.who.you');
    expect(say(next)).toContain(
      `${messages.en['providers.field.kid']}, under ${messages.en['providers.edit']}`,
    );
    expect(wordFailure(failure).next.id).toBe('failure.refused.next.client');
  });

  it('advises to wait when the bank is busy or down, whatever it calls that, and not for what it cannot do', () => {
    for (const change of [
      { status: 429 },
      { status: 503 },
      { code: 'temporarily_unavailable' },
      { code: 'server_error' },
    ])
      expect(wordFailure({ ...PLAIN_REFUSAL, ...change }).next.id).toBe('failure.next.wait');
    expect(wordFailure({ ...PLAIN_REFUSAL, status: 501 }).next.id).not.toBe('failure.next.wait');
  });

  it('quotes what the bank said, and says nothing where it said nothing', () => {
    expect(wordFailure(PLAIN_REFUSAL).said).toEqual({
      id: 'failure.refused.said',
      values: { description: 'no' },
    });
    expect(wordFailure({ ...PLAIN_REFUSAL, description: null }).said).toBeNull();
  });

  it('does not treat a change of mind as an error', () => {
    expect(wordFailure({ kind: 'declined', providerName }).kind).toBe('info');
    expect(wordFailure({ kind: 'flow-cancelled' }).kind).toBe('info');
  });
});
