import { expect, it } from 'vitest';

import { declining, sharing } from '../helpers/person';
import { startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { sandboxBank } from '../helpers/sandbox-bank';

it.each([
  { decision: 'shared', person: sharing },
  { decision: 'declined', person: declining },
])('a browser that comes back is left with a page of ours when the person $decision', async ({ person }) => {
  const bank = await sandboxBank();
  const recipient = await startRecipient(bank);

  await recipient.giveConsent(TUTORIAL_REQUEST, person(bank));

  await expect
    .poll(() => recipient.lastPages())
    .toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/done$/)]);
  await recipient.close();
});
