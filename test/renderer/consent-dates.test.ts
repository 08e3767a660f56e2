import { describe, expect, it } from 'vitest';

import {
  viewAccountNotes,
  viewEnd,
  viewEndDate,
  viewGranted,
} from '../../renderer/features/consents/consent-view';
import { viewTerms } from '../../renderer/features/consents/term-view';
import { fakeConsent, stoppedConsent } from '../helpers/fake-consents';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 14);
const UNSAID = { id: 'consents.unsaid' };

describe('the end of a consent in the list', () => {
  it.each([
    { end: { kind: 'said', atMs: NOW_MS }, shown: { atMs: NOW_MS } },
    { end: { kind: 'derived', atMs: NOW_MS }, shown: { atMs: NOW_MS } },
    { end: { kind: 'open' }, shown: { id: 'consents.ends.never' } },
    { end: { kind: 'unsaid' }, shown: UNSAID },
    { end: { kind: 'unreadable', said: null }, shown: UNSAID },
    {
      end: { kind: 'unreadable', said: '2026-11-01' },
      shown: { id: 'consents.ends.unreadable', values: { said: '2026-11-01' } },
    },
  ] as const)('that is $end.kind is $shown', ({ end, shown }) => {
    expect(viewEnd(fakeConsent(NOW_MS, { end }))).toEqual(shown);
    expect(viewEndDate(fakeConsent(NOW_MS, { end })).moment).toEqual(shown);
  });

  it('is over, or not known where nothing is', () => {
    expect(viewEnd(stoppedConsent(NOW_MS))).toEqual({ id: 'consents.ends.over' });
    expect(viewEnd(fakeConsent(NOW_MS, { status: 'UNKNOWN' }))).toEqual({ id: 'consents.ends.unknown' });
  });

  it('has a note where it was counted and not said', () => {
    expect(viewEndDate(fakeConsent(NOW_MS, { end: { kind: 'derived', atMs: NOW_MS } })).note).toEqual({
      id: 'consents.ends.derived',
    });
    expect(viewEndDate(fakeConsent(NOW_MS)).note).toBeNull();
  });
});

describe('what is not known of a consent', () => {
  it('is said as that: when it was granted', () => {
    const consent = fakeConsent(NOW_MS, { createdAtMs: null });

    expect(viewGranted(consent)).toEqual(UNSAID);
    expect(viewGranted({ ...consent, status: 'UNREAD' })).toEqual({ id: 'consents.ends.unknown' });
  });

  it('is said as that: how many accounts there are', () => {
    const unread = fakeConsent(NOW_MS, { accountCount: null, accounts: [] });

    expect(viewAccountNotes(unread)).toEqual([{ id: 'consents.accounts.unread' }]);
    expect(viewAccountNotes({ ...unread, accountCount: 0 })).toEqual([{ id: 'consents.accounts.none' }]);
  });

  it('is said as that: what of the list is not shown', () => {
    const cut = fakeConsent(NOW_MS, { accountCount: 520, areAccountsCut: true, unreadableAccounts: 2 });

    expect(viewAccountNotes(cut)).toEqual([
      { id: 'consents.accounts.unreadable', values: { count: 2 } },
      { id: 'consents.accounts.cut', values: { count: 520 } },
    ]);
  });

  it('is said as that: a kind of duration of the bank’s own', () => {
    const detail = fakeConsent(NOW_MS);
    const granted = { ...detail.granted, durationType: null, durationSaid: 'FOR_EVER' };

    expect(viewTerms({ ...detail, granted }).find(({ key }) => key === 'duration')?.granted).toEqual({
      kind: 'words',
      phrase: { id: 'consents.terms.duration.said', values: { said: 'FOR_EVER' } },
    });
  });
});

describe('the last date of a consent', () => {
  it('is when it was stopped, not when it would have ended', () => {
    const stopped = stoppedConsent(NOW_MS);

    expect(viewEndDate(stopped)).toEqual({
      name: 'consents.detail.stopped',
      moment: { atMs: stopped.updatedAtMs },
      note: null,
    });
  });

  it('is when it was seen to have ended, for what the bank had still shown as active', () => {
    const seenEndedAtMs = NOW_MS - 1000;
    const seen = fakeConsent(NOW_MS, { status: 'REVOKED', seenEndedAtMs });

    expect(viewEndDate(seen)).toEqual({
      name: 'consents.detail.seen-ended',
      moment: { atMs: seenEndedAtMs },
      note: null,
    });
    expect(viewEndDate({ ...seen, stoppedAtMs: NOW_MS })).toMatchObject({ moment: { atMs: NOW_MS } });
  });

  it('is its end date when it ran out, and not said where the bank says no date of it', () => {
    const consent = fakeConsent(NOW_MS);
    const undated = { ...consent, expiresAtMs: null, updatedAtMs: null };

    expect(viewEndDate({ ...consent, status: 'EXPIRED' })).toMatchObject({
      moment: { atMs: consent.expiresAtMs },
    });
    expect(viewEndDate({ ...undated, status: 'EXPIRED' }).moment).toEqual(UNSAID);
    expect(viewEndDate({ ...undated, status: 'OTHER' }).moment).toEqual(UNSAID);
  });
});
