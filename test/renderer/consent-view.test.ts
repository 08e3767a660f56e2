import { describe, expect, it } from 'vitest';

import {
  viewChoices,
  viewEnd,
  viewEndDate,
  viewLostAccess,
  viewSentences,
} from '../../renderer/features/consents/consent-view';
import { viewTerms, viewTermsSummary } from '../../renderer/features/consents/term-view';
import { fakeConsent, narrowedConsent, stoppedConsent } from '../helpers/fake-consents';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 14);

describe('asked for and granted, side by side', () => {
  it('says that nothing differs when nothing does', () => {
    const detail = fakeConsent(NOW_MS);
    const rows = viewTerms(detail);

    expect(rows.every(({ difference }) => difference === 'none')).toBe(true);
    expect(viewTermsSummary(detail, rows)).toEqual({ id: 'consents.terms.same' });
  });

  it('does not say that a bank granted what it never mentioned (RFC 9396 section 7)', () => {
    const detail = { ...fakeConsent(NOW_MS), grantedBy: 'nobody' as const };

    expect(viewTermsSummary(detail, viewTerms(detail))).toEqual({ id: 'consents.terms.not-told' });
  });

  it('shows an item that the person switched off, and a shorter time, as less than asked', () => {
    const detail = narrowedConsent(NOW_MS);
    const rows = viewTerms(detail);
    const differing = rows.filter(({ difference }) => difference !== 'none');

    expect(differing).toEqual([
      expect.objectContaining({ key: 'CUSTOMER_CONTACT', difference: 'narrower' }),
      expect.objectContaining({ key: 'duration', difference: 'narrower' }),
    ]);
    expect(viewTermsSummary(detail, rows)).toEqual({ id: 'consents.terms.differs', values: { count: 2 } });
  });

  it('shows an item that nobody asked for as more than asked, even if main did not say so', () => {
    const detail = fakeConsent(NOW_MS);
    const granted = { ...detail.granted, clusters: [...detail.granted.clusters, 'TAX'] };
    const row = viewTerms({ ...detail, granted }).find(({ key }) => key === 'TAX');

    expect(row).toMatchObject({ difference: 'wider', item: { id: 'consent.name.TAX' } });
  });

  it('shows an end date that differs as a day, and one that it cannot read as not said', () => {
    const detail = fakeConsent(NOW_MS, {
      differences: [
        {
          what: 'expirationTime',
          cluster: null,
          requested: 'soon',
          granted: '2026-12-01T00:00:00Z',
          direction: 'different',
        },
      ],
    });

    expect(viewTerms(detail).at(-1)).toMatchObject({
      requested: { kind: 'words', phrase: { id: 'consents.terms.unsaid' } },
      granted: { kind: 'day', atMs: Date.UTC(2026, 11, 1) },
      difference: 'different',
    });
  });
});

describe('what a person can do with a consent', () => {
  it('is to read and to stop while it is active and access is held', () => {
    expect(viewChoices(fakeConsent(NOW_MS))).toEqual({ canRead: true, canStop: true, canForget: false });
  });

  it('is to forget once it has ended, or once there is no access to stop it with', () => {
    const ended = { canRead: false, canStop: false, canForget: true };

    expect(viewChoices(stoppedConsent(NOW_MS))).toEqual(ended);
    expect(viewChoices(fakeConsent(NOW_MS, { access: 'not-held' }))).toEqual(ended);
  });
});

describe('a consent without access', () => {
  it.each([
    { secrets: 'memory', id: 'consents.not-held.memory' },
    { secrets: 'locked', id: 'consents.not-held.locked' },
    { secrets: 'keychain', id: 'consents.not-held.other' },
    { secrets: null, id: 'consents.not-held.other' },
  ] as const)('says why when secrets are kept this way: $secrets', ({ secrets, id }) => {
    expect(viewLostAccess(fakeConsent(NOW_MS, { access: 'not-held' }), secrets)?.id).toBe(id);
  });

  it('needs no explanation when it has ended', () => {
    expect(viewLostAccess(stoppedConsent(NOW_MS), 'memory')).toBeNull();
  });
});

describe('the end of a consent in the list', () => {
  it('is a moment, or never, or over', () => {
    const consent = fakeConsent(NOW_MS);

    expect(viewEnd(consent)).toEqual({ atMs: consent.expiresAtMs });
    expect(viewEnd({ ...consent, expiresAtMs: null })).toEqual({ id: 'consents.ends.never' });
    expect(viewEnd(stoppedConsent(NOW_MS))).toEqual({ id: 'consents.ends.over' });
  });
});

describe('the last date of a consent', () => {
  it('is when it was stopped, not when it would have ended', () => {
    const stopped = stoppedConsent(NOW_MS);

    expect(viewEndDate(stopped)).toEqual({
      kind: 'date',
      name: 'consents.detail.stopped',
      atMs: stopped.updatedAtMs,
    });
  });

  it('is when it was seen to have ended, for what the bank had still shown as active', () => {
    const seenEndedAtMs = NOW_MS - 1000;
    const seen = fakeConsent(NOW_MS, { status: 'REVOKED', seenEndedAtMs });

    expect(viewEndDate(seen)).toEqual({
      kind: 'date',
      name: 'consents.detail.seen-ended',
      atMs: seenEndedAtMs,
    });
    expect(viewEndDate({ ...seen, stoppedAtMs: NOW_MS })).toMatchObject({ atMs: NOW_MS });
  });

  it('is its end date when it ran out, and none when only the person can end it', () => {
    const consent = fakeConsent(NOW_MS);

    expect(viewEndDate({ ...consent, status: 'EXPIRED' })).toMatchObject({ atMs: consent.expiresAtMs });
    expect(viewEndDate({ ...consent, expiresAtMs: null })).toMatchObject({ kind: 'never' });
  });
});

describe('the sentences of a consent', () => {
  it('count from when it was granted, with the terms that were granted', () => {
    const detail = narrowedConsent(NOW_MS);
    const wording = viewSentences(detail, 'Countersign');

    expect(wording?.opening.values).toMatchObject({ recipient: 'Countersign', days: 30 });
    expect(wording?.until.values).toEqual({ until: detail.createdAtMs! + 30 * 86_400_000 });
    expect(wording?.items.map(({ cluster }) => cluster)).not.toContain('CUSTOMER_CONTACT');
  });

  it('are not made up when the bank did not say for how long', () => {
    const detail = fakeConsent(NOW_MS);
    const granted = { ...detail.granted, durationType: null };

    expect(viewSentences({ ...detail, granted }, 'Countersign')).toBeNull();
  });
});
