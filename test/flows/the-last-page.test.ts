import { describe, expect, it } from 'vitest';

import { fail, ok } from '../../preload/contract/result';
import { hostileProvider, type HostileProvider } from '../helpers/hostile-provider';
import { isListening } from '../helpers/listening';
import { declining, doingNothing, sharing } from '../helpers/person';
import { startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { sandboxBank } from '../helpers/sandbox-bank';

/** Whether the listener that a flow told its provider of is still there. */
function isWaitedFor(provider: HostileProvider): Promise<boolean> {
  const pushed = provider.requests().find(({ target }) => target === '/par');
  const { port } = new URL(new URLSearchParams(pushed?.body).get('redirect_uri') ?? '');
  return isListening(Number(port));
}

describe('a browser that comes back', () => {
  for (const { decision, person } of [
    { decision: 'shared', person: sharing },
    { decision: 'declined', person: declining },
  ]) {
    it(`is left with a page of ours when the person ${decision}`, async () => {
      const bank = await sandboxBank();
      const recipient = await startRecipient(bank);

      await recipient.giveConsent(TUTORIAL_REQUEST, person(bank));

      await expect
        .poll(() => recipient.lastPages())
        .toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/done$/)]);
      await recipient.close();
    });
  }
});

describe('a browser that does not open', () => {
  it('ends the flow with a reason, and leaves no listener', async () => {
    const provider = await hostileProvider();
    const recipient = await startRecipient(provider, {
      showPage: () => Promise.resolve(fail({ kind: 'browser-not-opened' })),
    });

    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, doingNothing);

    expect(flow).toMatchObject({ phase: 'failed', failure: { kind: 'browser-not-opened' } });
    expect(await isWaitedFor(provider)).toBe(false);
    await recipient.close();
  });

  it('because of a bug of ours ends the flow as unexpected, and leaves no listener', async () => {
    const provider = await hostileProvider();
    const reported: unknown[] = [];
    const recipient = await startRecipient(provider, {
      showPage: () => Promise.reject(new TypeError('x is undefined')),
      reportUnexpected: (cause) => `reference-${reported.push(cause)}`,
    });

    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, doingNothing);

    expect(flow.failure).toEqual({ kind: 'unexpected', logReference: 'reference-1' });
    expect(await isWaitedFor(provider)).toBe(false);
    await recipient.close();
  });

  it('for a long time can be cancelled meanwhile, and what it does later changes nothing', async () => {
    const provider = await hostileProvider();
    let opens: () => void = () => undefined;
    const recipient = await startRecipient(provider, {
      showPage: () =>
        new Promise((resolve) => {
          opens = () => resolve(ok(null));
        }),
    });
    const flow = await recipient.start(TUTORIAL_REQUEST, doingNothing);
    await flow.until('at-provider');

    recipient.services.flows.cancel(flow.flowId);

    await expect.poll(() => isWaitedFor(provider)).toBe(false);
    opens();
    expect(await flow.until('cancelled')).toMatchObject({ failure: { kind: 'flow-cancelled' } });
    await recipient.close();
  });
});
