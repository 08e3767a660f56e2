import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { lookWhenBack } from '../../main/connections/look-again';
import { type Comebacks, createComebacks } from '../../main/ports/comeback';
import { bankCustomer } from '../helpers/bank-customer';
import { windowOf, type WindowSide } from '../helpers/operations';
import { sharing } from '../helpers/person';
import { type Recipient, startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { startTestBank, type TestBank } from '../helpers/sandbox-bank';

const FIVE_MINUTES_MS = 300_000;

let bank: TestBank;
let recipient: Recipient;
let window: WindowSide;
let comebacks: Comebacks;
let connectionId: string;
let aheadMs = 0;
let isThere = true;

beforeAll(async () => {
  bank = await startTestBank();
  recipient = await startRecipient(bank, { nowMs: () => Date.now() + aheadMs });
  window = await windowOf(recipient);
  comebacks = createComebacks();
  const { services } = recipient;
  lookWhenBack(comebacks.onComeback, {
    ...services,
    tokens: services.vault.tokens,
    changed: () => undefined,
    isThere: () => isThere,
    reportUnexpected: (cause) => {
      throw cause;
    },
  });
});

afterAll(async () => {
  await recipient.close();
  await bank.close();
});

beforeEach(async () => {
  isThere = true;
  const flow = await recipient.giveConsent(TUTORIAL_REQUEST, sharing(bank));
  connectionId = flow.connectionId ?? '';
});

/** Ends the consent on the bank's own page, as the person would. */
async function stopAtTheBank(): Promise<void> {
  await window.get('openBankSite', { providerId: 'sandbox' });
  const customer = bankCustomer(bank.descriptor);
  await customer.open(recipient.sites().at(-1) ?? '');
  await customer.signInAs('Alex Rivera');
  await customer.press('Stop sharing');
  await customer.press('Stop sharing');
}

const status = async () => (await window.get('getConsent', { connectionId })).status;
const exchanges = () =>
  window
    .get('listExchanges', { flowId: null, connectionId, providerId: null, search: '' })
    .then((list) => list.exchanges.length);

describe('a person who comes back from the bank’s own page', () => {
  it('sees that the consent was stopped there as soon as that page is closed', async () => {
    await stopAtTheBank();
    expect(await status()).toBe('ACTIVE'); // nobody has looked yet

    comebacks.tell({ kind: 'site-closed', providerId: 'sandbox' });

    await expect.poll(status).toBe('REVOKED');
  });

  it('sees it too when the window gets the focus, if the last look was five minutes ago', async () => {
    await stopAtTheBank();
    comebacks.tell({ kind: 'focus' }); // the consent has just been read, so nobody is asked
    aheadMs += FIVE_MINUTES_MS;

    comebacks.tell({ kind: 'focus' });

    await expect.poll(status).toBe('REVOKED');
  });
});

describe('a person who only comes back to the window', () => {
  it('does not make the app ask a bank that has just been asked, or one that would have to be started', async () => {
    const before = await exchanges();
    comebacks.tell({ kind: 'focus' });
    comebacks.tell({ kind: 'site-closed', providerId: 'another' });
    isThere = false;
    aheadMs += FIVE_MINUTES_MS;
    comebacks.tell({ kind: 'focus' });

    // What would have been asked is asked before this reading ends.
    await window.get('readConsentAgain', { connectionId });
    const asked = (await exchanges()) - before;
    const again = await exchanges();
    await window.get('readConsentAgain', { connectionId });
    expect(asked).toBe((await exchanges()) - again);
  });
});
