import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { FlowView } from '../../preload/contract/flow-shapes';
import { bankCustomer } from '../helpers/bank-customer';
import { doingNothing, sharing } from '../helpers/person';
import { type AtTheBank, type Recipient, startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { startTestBank, type TestBank } from '../helpers/sandbox-bank';

let bank: TestBank;
let recipient: Recipient;

beforeAll(async () => {
  bank = await startTestBank();
  recipient = await startRecipient(bank);
});

afterAll(async () => {
  await recipient.close();
  await bank.close();
});

/** Whether anything listens on a port of this machine. */
function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Signs in and goes as far as the consent page, and tells where the answer would have gone. */
function lookingAtThePage(seen: (redirectPort: number) => void): AtTheBank {
  return async (page) => {
    const customer = bankCustomer(bank.descriptor);
    await customer.open(page.href);
    await customer.signInAs('Alex Rivera');
    seen(Number(new URL(await customer.share()).port));
    return null;
  };
}

function cancel(flowId: string): FlowView {
  const cancelled = recipient.services.flows.cancel(flowId);
  if (!cancelled.ok) throw new Error(cancelled.error.kind);
  return cancelled.value;
}

async function expectTheNextFlowToWork(): Promise<void> {
  const next = await recipient.giveConsent(TUTORIAL_REQUEST, sharing(bank));
  expect(next).toMatchObject({ phase: 'done', failure: null });
}

describe('[S54] a flow that is cancelled', () => {
  it('while the bank’s page is open: the listener is gone, the bank’s window closed, and the next flow works', async () => {
    let redirectPort = 0;
    const windowsBefore = recipient.browserClosed();
    const flow = await recipient.start(
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
    expect(recipient.browserClosed()).toBe(windowsBefore + 1);
    await expectTheNextFlowToWork();
  });

  it('before the bank has answered at all: nothing was opened, and the next flow works', async () => {
    const flow = await recipient.start(TUTORIAL_REQUEST, () => {
      throw new Error('the page must not be opened');
    });

    expect(cancel(flow.flowId)).toMatchObject({ phase: 'cancelled', requestExpiresAtMs: null });
    await expectTheNextFlowToWork();
    expect((await flow.until('cancelled')).steps[0]).toMatchObject({ name: 'ask', state: 'failed' });
  });

  it('while the code is exchanged: no consent is kept, and the next flow works', async () => {
    const before = recipient.services.connections.list().length;
    const flow = await recipient.start(TUTORIAL_REQUEST, sharing(bank));
    await flow.until('exchanging');

    expect(cancel(flow.flowId).phase).toBe('cancelled');

    await expectTheNextFlowToWork();
    expect(recipient.services.connections.list()).toHaveLength(before + 1);
  });

  it('while the consent is read: what the person agreed to is kept, to be read again or stopped later', async () => {
    const before = recipient.services.connections.list().length;
    const flow = await recipient.start(TUTORIAL_REQUEST, sharing(bank));
    await flow.until('reading');

    expect(cancel(flow.flowId).phase).toBe('cancelled');

    const kept = recipient.services.connections.list();
    expect(kept).toHaveLength(before + 1);
    const tokens = recipient.services.vault.tokens.get(kept[0]?.connectionId ?? '');
    expect(tokens).toMatchObject({ ok: true, value: { tokenType: 'Bearer' } });
    await expectTheNextFlowToWork();
  });

  it('by a second one that is started: a person gives one consent at a time', async () => {
    const first = await recipient.start(TUTORIAL_REQUEST, doingNothing);
    await first.until('at-provider');

    await expectTheNextFlowToWork();

    expect(await first.until('cancelled')).toMatchObject({ failure: { kind: 'flow-cancelled' } });
  });

  it('stays cancelled: a late answer of the bank changes nothing', async () => {
    let back = '';
    const flow = await recipient.start(TUTORIAL_REQUEST, async (page) => {
      back = (await sharing(bank)(page)) ?? '';
      return null;
    });
    await flow.until('at-provider');
    await expect.poll(() => back).not.toBe('');
    const before = cancel(flow.flowId);

    await expect(fetch(back)).rejects.toThrow('fetch failed');

    expect(await flow.until('cancelled')).toEqual(before);
  });

  it('after it was done is left as it is', async () => {
    const done = await recipient.giveConsent(TUTORIAL_REQUEST, sharing(bank));

    expect(cancel(done.flowId)).toEqual(done);
  });
});

describe('a flow that nobody comes back to', () => {
  it('ends as expired when its time is over, and leaves no listener', async () => {
    const impatient = await startRecipient(bank, { browserWaitMs: 50 });
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
    const closing = await startRecipient(bank);
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
