import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { IMPORT_REFUSALS } from '../../preload/contract/credential-shapes';
import { messages } from '../../preload/contract/messages/catalogue';
import { adviceFor, wordRefusal, wordState } from '../../renderer/features/credentials/credential-words';
import { namesOf, titleOf, wordKind } from '../../renderer/parts/key-words';
import { aKey } from '../helpers/fake-credentials';

const BANK = { providerId: 'one', name: 'Bank one', isSandbox: false };
const SANDBOX = { providerId: 'sandbox', name: 'Sandbox Bank', isSandbox: true };

describe('a key in words', () => {
  it('is told apart by the begin of its fingerprint, because names are not unique', () => {
    expect(titleOf(aKey())).toBe('Countersign · A1:B2:C3:D4');
    expect(wordKind(aKey())).toEqual({ id: 'keys.kind.ec-p256' });
    expect(wordKind(aKey({ keyKind: 'rsa', keyBits: 3072 }))).toEqual({
      id: 'keys.kind.rsa',
      values: { bits: 3072 },
    });
    expect(namesOf([BANK, SANDBOX], 'en')).toBe('Bank one and Sandbox Bank');
  });

  it.each([
    [aKey(), 'keys.state.unused'],
    [aKey({ usedBy: [BANK] }), 'keys.state.used'],
    [aKey({ replaces: 'key-0' }), 'keys.state.next'],
    [aKey({ usedBy: [BANK], validity: 'ending', daysLeft: 7 }), 'keys.state.ending'],
    [aKey({ usedBy: [BANK], validity: 'ended', daysLeft: 0 }), 'keys.state.ended'],
  ])('says first what matters most: %#', (key, state) => {
    expect(wordState(key).words.id).toBe(state);
  });

  it('advises where something can be done, and not where the app does it by itself', () => {
    const ending = { validity: 'ending', daysLeft: 7 } as const;
    expect(adviceFor(aKey({ usedBy: [BANK] }))).toBeNull();
    expect(adviceFor(aKey(ending))).toBeNull();
    expect(adviceFor(aKey({ ...ending, usedBy: [BANK] }))?.id).toBe('keys.ends.about');
    expect(adviceFor(aKey({ ...ending, usedBy: [BANK], replacedBy: 'key-2' }))).toBeNull();
    expect(adviceFor(aKey({ ...ending, usedBy: [SANDBOX] }))?.id).toBe('keys.sandbox.about');
    expect(adviceFor(aKey({ usedBy: [BANK], validity: 'ended' }))?.id).toBe('keys.ended.about');
  });
});

describe('a refused import', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/guide/keys.md'), 'utf8');

  it.each(IMPORT_REFUSALS)('%s: has words, what to do next, and a line in the guide', (refusal) => {
    const { what, next } = wordRefusal(refusal, aKey(), (atMs) => new Date(atMs).toISOString());

    expect(messages.en[next.id].length).toBeGreaterThan(20);
    expect(next.values).toEqual({ begin: '2027-01-01T00:00:00.000Z', end: '2028-01-01T00:00:00.000Z' });
    expect(guide).toContain(`| ${messages.en[what.id]} |`);
  });
});
