import { describe, expect, it } from 'vitest';

import { daysLeft, warningStage } from '../../../main/credentials/certificate-facts';
import { createCredential } from '../../../main/credentials/create-credential';
import { endingNotices, rememberWarning } from '../../../main/credentials/credential-view';
import { memoryCredentials } from './memory-credentials';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2027, 0, 15);

describe('the end of a certificate', () => {
  it.each([
    { days: 31, stage: null },
    { days: 30, stage: 30 },
    { days: 8, stage: 30 },
    { days: 7, stage: 7 },
    { days: 2, stage: 7 },
    { days: 1, stage: 1 },
    { days: 0.01, stage: 1 },
    { days: 0, stage: 0 },
    { days: -5, stage: 0 },
  ])('$days days before it, the warning is that of $stage', ({ days, stage }) => {
    expect(warningStage(NOW_MS + days * DAY_MS, NOW_MS)).toBe(stage);
    expect(daysLeft(NOW_MS + days * DAY_MS, NOW_MS)).toBe(Math.max(0, Math.ceil(days)));
  });
});

describe('warnings at the start (SECURITY row 78)', () => {
  it('come 30, 7 and 1 days before, each until it is put away, and of credentials in use only', async () => {
    const order = { nowMs: NOW_MS, commonName: 'Countersign', kind: 'ec-p256', validityDays: 60 } as const;
    const [used, unused] = [await createCredential(order), await createCredential(order)];
    const credentials = memoryCredentials(used, unused);
    let nowMs = NOW_MS;
    const deps = {
      credentials,
      profiles: {
        list: () => [{ providerId: 'one', name: 'Bank', credentialId: used.credentialId } as never],
        put: () => Promise.reject(new Error('nothing is put')),
      },
      nowMs: () => nowMs,
    };
    const startAt = (day: number) => {
      nowMs = NOW_MS + day * DAY_MS;
      return endingNotices(deps);
    };

    expect(startAt(29)).toEqual([]);
    const [first] = startAt(31);
    expect(first).toMatchObject({ kind: 'credential-ends', name: 'Countersign', daysLeft: 29 });
    expect(startAt(32)).toMatchObject([{ daysLeft: 28 }]); // not put away: said again

    await rememberWarning(deps, first?.noticeId ?? '');
    expect(startAt(40)).toEqual([]);
    const [second] = startAt(54);
    expect(second).toMatchObject({ daysLeft: 6 });
    await rememberWarning(deps, second?.noticeId ?? '');
    expect(startAt(55)).toEqual([]);
    expect(startAt(59)).toMatchObject([{ daysLeft: 1 }]);
    expect(startAt(61)).toMatchObject([{ daysLeft: 0 }]);
  });

  it('an id that is not a warning’s changes nothing', async () => {
    const credential = await createCredential({ nowMs: NOW_MS, commonName: 'x', kind: 'ec-p256' });
    const credentials = memoryCredentials(credential);
    const deps = {
      credentials,
      profiles: { list: () => [], put: () => Promise.reject(new Error('nothing is put')) },
      nowMs: () => NOW_MS,
    };
    for (const id of ['x', 'credential-ends:7:nobody', `credential-ends:x:${credential.credentialId}`])
      await rememberWarning(deps, id);

    expect(credentials.list()).toEqual({ ok: true, value: [credential] });
  });
});
