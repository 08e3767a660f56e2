import { describe, expect, it } from 'vitest';

import type { FlowView } from '../../preload/contract/flow-shapes';
import { bankCustomer } from '../helpers/bank-customer';
import { bankWorld } from '../helpers/bank-world';
import { isListening } from '../helpers/listening';
import { doingNothing, sharing } from '../helpers/person';
import { type AtTheBank, startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';

const world = bankWorld();

/** Signs in and goes as far as the consent page, and tells where the answer would have gone. */
function lookingAtThePage(seen: (redirectPort: number) => void): AtTheBank {
  return async (page) => {
    const customer = bankCustomer(world.bank.descriptor);
    await customer.open(page.href);
    await customer.signInAs('Alex Rivera');
    seen(Number(new URL(await customer.share()).port));
    return null;
  };
}

function cancel(flowId: string): FlowView {
  const cancelled = world.recipient.services.flows.cancel(flowId);
  if (!cancelled.ok) throw new Error(cancelled.error.kind);
  return cancelled.value;
}

async function expectTheNextFlowToWork(): Promise<void> {
  const next = await world.recipient.giveConsent(TUTORIAL_REQUEST, sharing(world.bank));
  expect(next).toMatchObject({ phase: 'done', failure: null });
}

describe('[S54] a flow that is cancelled', () => {
  it('while the bank’s page is open: the listener is gone, the bank’s window closed, and the next flow works', async () => {
    let redirectPort = 0;
    const windowsBefore = world.recipient.browserClosed();
    const flow = await world.recipient.start(
      TUTORIAL_REQUEST,
      lookingAtThePage((port) => {
        redirectPort = port;
      }),
    );
    await flow.until('at-provider');
    await expect.poll(() => redirectPort).toBeGreaterThan(0);
    expect(await isListening(redirectPort)).toBe(true);

    const view = cancel(flow.flowId);

    expect(view).toMatchObject({
      phase: 'cancelled',
      failure: { kind: 'flow-cancelled' },
      waitsUntilMs: null,
    });
    await expect.poll(() => isListening(redirectPort)).toBe(false);
    expect(world.recipient.browserClosed()).toBe(windowsBefore + 1);
    await expectTheNextFlowToWork();
  });

  it('before the bank has answered at all: nothing was opened, and the next flow works', async () => {
    const flow = await world.recipient.start(TUTORIAL_REQUEST, () => {
      throw new Error('the page must not be opened');
    });

    expect(cancel(flow.flowId)).toMatchObject({ phase: 'cancelled', requestExpiresAtMs: null });
    await expectTheNextFlowToWork();
    expect((await flow.until('cancelled')).steps[0]).toMatchObject({ name: 'ask', state: 'failed' });
  });

  it('while the code is exchanged: no consent is kept, and the next flow works', async () => {
    const before = world.recipient.services.connections.list().length;
    const flow = await world.recipient.start(TUTORIAL_REQUEST, sharing(world.bank));
    await flow.until('exchanging');

    expect(cancel(flow.flowId).phase).toBe('cancelled');

    await expectTheNextFlowToWork();
    expect(world.recipient.services.connections.list()).toHaveLength(before + 1);
  });

  it('while the consent is read: what the person agreed to is kept, to be read again or stopped later', async () => {
    const before = world.recipient.services.connections.list().length;
    const flow = await world.recipient.start(TUTORIAL_REQUEST, sharing(world.bank));
    await flow.until('reading');

    expect(cancel(flow.flowId).phase).toBe('cancelled');

    const kept = world.recipient.services.connections.list();
    expect(kept).toHaveLength(before + 1);
    const tokens = world.recipient.services.vault.tokens.get(kept[0]?.connectionId ?? '');
    expect(tokens).toMatchObject({ ok: true, value: { tokenType: 'Bearer' } });
    await expectTheNextFlowToWork();
  });

  it('by a second one that is started: a person gives one consent at a time', async () => {
    const first = await world.recipient.start(TUTORIAL_REQUEST, doingNothing);
    await first.until('at-provider');

    await expectTheNextFlowToWork();

    expect(await first.until('cancelled')).toMatchObject({ failure: { kind: 'flow-cancelled' } });
  });

  it('stays cancelled: a late answer of the bank changes nothing', async () => {
    let back = '';
    const flow = await world.recipient.start(TUTORIAL_REQUEST, async (page) => {
      back = (await sharing(world.bank)(page)) ?? '';
      return null;
    });
    await flow.until('at-provider');
    await expect.poll(() => back).not.toBe('');
    const before = cancel(flow.flowId);

    await expect(fetch(back)).rejects.toThrow('fetch failed');

    expect(await flow.until('cancelled')).toEqual(before);
  });

  it('after it was done is left as it is', async () => {
    const done = await world.recipient.giveConsent(TUTORIAL_REQUEST, sharing(world.bank));

    expect(cancel(done.flowId)).toEqual(done);
  });
});

describe('a flow that nobody comes back to', () => {
  it('ends as expired when its time is over, and leaves no listener', async () => {
    const impatient = await startRecipient(world.bank, { browserWaitMs: 50 });
    let redirectPort = 0;

    const view = await impatient.giveConsent(
      TUTORIAL_REQUEST,
      lookingAtThePage((port) => {
        redirectPort = port;
      }),
    );

    expect(view).toMatchObject({
      phase: 'failed',
      failure: { kind: 'request-expired', providerName: 'Sandbox Bank' },
      connectionId: null,
    });
    await expect.poll(() => redirectPort).toBeGreaterThan(0);
    expect(await isListening(redirectPort)).toBe(false);
    await impatient.close();
  });

  it('ends with the app: closing it waits until nothing is left', async () => {
    const closing = await startRecipient(world.bank);
    let redirectPort = 0;
    const flow = await closing.start(
      TUTORIAL_REQUEST,
      lookingAtThePage((port) => {
        redirectPort = port;
      }),
    );
    await flow.until('at-provider');
    await expect.poll(() => redirectPort).toBeGreaterThan(0);

    await closing.close();

    expect(await isListening(redirectPort)).toBe(false);
  });
});
