import { describe, expect, it } from 'vitest';

import { createResumeSource } from '../../main/ports/resume';
import { hostileProvider, type HostileProvider } from '../helpers/hostile-provider';
import { isListening } from '../helpers/listening';
import { windowOf } from '../helpers/operations';
import { doingNothing } from '../helpers/person';
import { type AtTheBank, startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';

const MINUTE_MS = 60_000;

/** A recipient on a machine that sleeps when told: its timers stand still meanwhile, and its clock does not. */
async function onALaptop(provider: HostileProvider) {
  const { onResume, wake } = createResumeSource();
  let aheadMs = 0;
  const recipient = await startRecipient(provider, {
    nowMs: () => Date.now() + aheadMs,
    onResume,
  });
  return {
    recipient,
    sleep: (minutes: number) => {
      aheadMs += minutes * MINUTE_MS;
      wake();
    },
  };
}

/** Whether anybody listens where the answer of the last request should go. */
function isWaitedFor(provider: HostileProvider): Promise<boolean> {
  const pushed = provider.requests().findLast(({ target }) => target === '/par');
  const { port } = new URL(new URLSearchParams(pushed?.body).get('redirect_uri') ?? '');
  return isListening(Number(port));
}

describe('[S80] a machine that sleeps while its person is at the bank', () => {
  it('ends the wait when it wakes up after the time that was promised, and listens no longer', async () => {
    const provider = await hostileProvider();
    const { recipient, sleep } = await onALaptop(provider);
    const flow = await recipient.start(TUTORIAL_REQUEST, doingNothing);
    const { waitsUntilMs } = await flow.until('at-provider');
    expect(await isWaitedFor(provider)).toBe(true);

    sleep(5);

    const ended = await flow.until('failed');
    expect(ended.failure).toEqual({ kind: 'request-expired', providerName: 'Hostile Bank' });
    expect(waitsUntilMs).toBeGreaterThan(0);
    expect(await isWaitedFor(provider)).toBe(false);
    await recipient.close();
  });

  it('goes on waiting when there is time left, and takes the answer', async () => {
    const provider = await hostileProvider();
    const { recipient, sleep } = await onALaptop(provider);
    let comeBack: () => void = () => undefined;
    const atTheBank: AtTheBank = async (page) => {
      await new Promise<void>((resolve) => {
        comeBack = resolve;
      });
      return provider.person(page);
    };
    const flow = await recipient.start(TUTORIAL_REQUEST, atTheBank);
    await flow.until('at-provider');

    sleep(4);
    comeBack();

    expect(await flow.until('done', 'failed')).toMatchObject({ phase: 'done', failure: null });
    expect(provider.broken()).toEqual([]);
    await recipient.close();
  });
});

describe('[S80] a consent that is held through a sleep', () => {
  it('is read again over a new connection, with access that was refreshed because it ended', async () => {
    const provider = await hostileProvider();
    const { recipient, sleep } = await onALaptop(provider);
    const window = await windowOf(recipient);
    const { connectionId } = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);
    const before = { handshakes: provider.handshakes(), refreshes: refreshesAt(provider) };

    sleep(8 * 60);
    const detail = await window.get('readConsentAgain', { connectionId: connectionId ?? '' });

    expect(detail).toMatchObject({ connectionId, status: 'ACTIVE' });
    expect(provider.handshakes()).toBeGreaterThan(before.handshakes);
    expect(refreshesAt(provider)).toBe(before.refreshes + 1);
    expect(provider.broken()).toEqual([]);
    await recipient.close();
  });
});

function refreshesAt(provider: HostileProvider): number {
  return provider.requests().filter(({ body }) => body.includes('grant_type=refresh_token')).length;
}
