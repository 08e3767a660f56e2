import { describe, expect, it } from 'vitest';

import {
  viewAgreed,
  viewChoices,
  viewEnd,
  viewLess,
  viewLostAccess,
  viewNotReadYet,
  viewStopReport,
  viewUnreachedEnd,
} from '../../renderer/features/consents/consent-view';
import {
  isClusterRow,
  viewGrantedNote,
  viewTerms,
  viewTermsSummary,
} from '../../renderer/features/consents/term-view';
import { fakeConsent, fakeDifference, narrowedConsent, stoppedConsent } from '../helpers/fake-consents';

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

  it('shows names of accounts in place of their details as less than asked, by their name', () => {
    const consent = fakeConsent(NOW_MS);
    const rows = viewTerms({
      ...consent,
      granted: { ...consent.granted, clusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'] },
      differences: [
        {
          what: 'cluster',
          cluster: 'ACCOUNT_DETAILED',
          resourceType: 'ACCOUNT',
          share: null,
          requested: 'ACCOUNT_DETAILED',
          granted: 'ACCOUNT_BASIC',
          direction: 'narrower',
        },
      ],
    }).filter(({ wireName }) => wireName.startsWith('ACCOUNT_'));
    expect(rows).toMatchObject([
      { granted: { phrase: { id: 'consent.name.ACCOUNT_BASIC' } }, difference: 'narrower' },
    ]);
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
        fakeDifference({
          what: 'expirationTime',
          requested: 'soon',
          granted: '2026-12-01T00:00:00Z',
          direction: 'different',
        }),
      ],
    });

    expect(viewTerms(detail).at(-1)).toMatchObject({
      requested: { kind: 'words', phrase: { id: 'consents.terms.unsaid' } },
      granted: { kind: 'day', atMs: Date.UTC(2026, 11, 1) },
      difference: 'different',
    });
  });
});

describe('an item that some of the accounts have', () => {
  const share = { granted: 1, total: 3 };
  const part = { what: 'cluster', cluster: 'TRANSACTIONS', resourceType: 'ACCOUNT', share } as const;
  const phrase = { id: 'consents.terms.share', values: { ...share, type: 'ACCOUNT' } };
  const values = { requested: 'TRANSACTIONS', granted: 'TRANSACTIONS' };
  const detail = fakeConsent(NOW_MS, { differences: [fakeDifference({ ...part, ...values })] });
  const row = viewTerms(detail)
    .filter(isClusterRow)
    .find(({ key }) => key === 'TRANSACTIONS')!;

  it('is granted for so many of them, and is not the same', () => {
    expect(row).toMatchObject({ granted: { phrase }, difference: 'narrower', isShared: true });
    expect(viewGrantedNote(row)).toEqual(phrase);
  });

  it('is told on top as what it is, and not as nothing', () => {
    expect(viewLess(detail)).toEqual([
      { id: 'consents.less.part', values: { cluster: 'TRANSACTIONS', ...share, type: 'ACCOUNT' } },
    ]);
  });
});

describe('an item that the bank files under another kind of resource', () => {
  it('has a line for each, with the kind', () => {
    const cluster = 'TRANSACTIONS';
    const detail = fakeConsent(NOW_MS, {
      differences: [
        fakeDifference({ what: 'cluster', cluster, resourceType: 'ACCOUNT', requested: cluster }),
        fakeDifference({
          what: 'cluster',
          cluster,
          resourceType: 'CUSTOMER',
          granted: cluster,
          direction: 'wider',
        }),
      ],
    });

    expect(viewTerms(detail).filter(({ item }) => item.id === 'consent.name.TRANSACTIONS')).toMatchObject([
      { where: { values: { type: 'ACCOUNT' } }, difference: 'narrower' },
      { where: { values: { type: 'CUSTOMER' } }, difference: 'wider' },
    ]);
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

describe('a consent that was granted and could not be read', () => {
  const unread = fakeConsent(NOW_MS, {
    status: 'UNREAD',
    grantedBy: 'nobody',
    granted: { durationType: null, durationSaid: null, durationDays: null, lookbackDays: null, clusters: [] },
    differences: [],
    accounts: [],
    accountCount: null,
    readAtMs: null,
  });

  it('can be read again and stopped, and is not to be forgotten', () => {
    expect(viewChoices(unread)).toEqual({ canRead: true, canStop: true, canForget: false });
  });

  it('shows what is unknown as unknown, and nothing as less than asked', () => {
    const rows = viewTerms(unread);

    expect(rows.map(({ difference }) => difference)).toEqual(rows.map(() => 'unknown'));
    expect(viewTermsSummary(unread, rows)).toEqual({ id: 'consents.terms.not-read' });
    expect(viewLess(unread)).toEqual([]);
    expect(viewEnd(unread)).toEqual({ id: 'consents.ends.unknown' });
  });

  it('does not call a member the same that the bank left out', () => {
    const detail = fakeConsent(NOW_MS);
    const rows = viewTerms({ ...detail, granted: { ...detail.granted, lookbackDays: null } });

    expect(rows.find(({ key }) => key === 'lookback')?.difference).toBe('unknown');
    expect(viewTermsSummary(detail, rows)).toEqual({ id: 'consents.terms.same-where-said' });
  });
});

describe('what can be done with a consent in a state of its own', () => {
  const refused = { atMs: NOW_MS, failure: { kind: 'storage-full' } } as const;
  it.each([
    {
      because: 'stopping was refused: it may be let go of',
      change: { stopRefused: refused },
      can: { canRead: true, canStop: true, canForget: true },
    },
    {
      because: 'its end was concluded from a refusal, which may have been a slip',
      change: { status: 'REVOKED', seenEndedAtMs: NOW_MS },
      can: { canRead: true, canStop: false, canForget: true },
    },
    {
      because: 'it ran out',
      change: { status: 'EXPIRED', seenEndedAtMs: NOW_MS, expiresAtMs: NOW_MS - 1 },
      can: { canRead: false, canStop: false, canForget: true },
    },
    {
      because: 'the bank has a status of its own for it',
      change: { status: 'OTHER' },
      can: { canRead: true, canStop: true, canForget: false },
    },
  ] as const)('$because', ({ change, can }) => {
    expect(viewChoices(fakeConsent(NOW_MS, change))).toEqual(can);
  });
});

describe('what was shared less than was asked for', () => {
  it('names each item, each period, and the accounts that are known to be there', () => {
    const detail = { ...narrowedConsent(NOW_MS), withheld: [{ name: 'Savings', numberDisplay: '••••1' }] };

    expect(viewLess(detail)).toEqual([
      { id: 'consents.less.cluster', values: { cluster: 'CUSTOMER_CONTACT' } },
      { id: 'consents.less.durationPeriod', values: { asked: 90, days: 30 } },
      { id: 'consents.less.accounts', values: { shared: 3, total: 4 } },
    ]);
  });

  it('is nothing when nothing is less', () => {
    expect(viewLess(fakeConsent(NOW_MS))).toEqual([]);
  });
});

describe('what was granted and is not read by this version', () => {
  it('is named', () => {
    const clusters = ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS'];
    const consent = fakeConsent(NOW_MS, { clusters });
    expect(viewNotReadYet({ ...consent, granted: { ...consent.granted, clusters } })).toMatchObject([
      { id: 'consent.name.STATEMENTS' },
    ]);
  });
});

describe('what the bank confirmed of a stop', () => {
  it('is told part by part, and only of tokens that there were', () => {
    const stopReport = { consent: 'not-named', refreshToken: 'none', accessToken: 'not-offered' } as const;

    expect(viewStopReport({ ...stoppedConsent(NOW_MS), stopReport }).map(({ id }) => id)).toEqual([
      'consents.report.consent.not-named',
      'consents.report.access.not-offered',
    ]);
    expect(viewStopReport(stoppedConsent(NOW_MS))).toEqual([]);
  });
});

describe('the end that a consent would have had', () => {
  it('is told only where it ended before', () => {
    const stopped = stoppedConsent(NOW_MS);

    expect(viewUnreachedEnd(stopped)).toBe(stopped.expiresAtMs);
    expect(viewUnreachedEnd(fakeConsent(NOW_MS))).toBeNull();
    expect(viewUnreachedEnd({ ...stopped, expiresAtMs: (stopped.stoppedAtMs ?? 0) - 1 })).toBeNull();
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

describe('the sentences of a consent', () => {
  it('are those that were agreed to, counted from then, whatever the bank granted', () => {
    const detail = narrowedConsent(NOW_MS);
    const wording = viewAgreed(detail, 'Countersign');

    expect(wording?.opening.values).toMatchObject({ recipient: 'Countersign', days: 90 });
    expect(wording?.until.values).toEqual({ until: detail.agreedAtMs + 90 * 86_400_000 });
    expect(wording?.items.map(({ cluster }) => cluster)).toContain('CUSTOMER_CONTACT');
  });

  it('are not made up for a request that says nothing of a duration', () => {
    const detail = fakeConsent(NOW_MS);
    const requested = { ...detail.requested, durationType: null };

    expect(viewAgreed({ ...detail, requested }, 'Countersign')).toBeNull();
  });
});
