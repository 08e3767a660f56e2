import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';

import { createCredential } from '../../main/credentials/create-credential';
import { publicJwk } from '../../main/credentials/public-jwks';
import { openOtherProvider, OTHER_TYPE, type OtherProvider } from '../helpers/other-provider';
import { type Secret, secretsIn } from '../helpers/provider-secrets';
import type { Countersign } from './countersign';
import { catchBrowser } from './far-bank';
import { type RecordedRun, test } from './recorded-run';

const HOUR_MS = 3_600_000;
const PASSPHRASE = 'four quiet words here';

/** What a person types crosses to main, and is nowhere afterwards. */
const TYPED = 'setPassphrase input: passphrase';
/** What a person reveals crosses from main, once for each press of the button. */
const REVEALED = 'revealWireField reply: state';

const namesOf = (secrets: readonly Secret[]) => [...new Set(secrets.map(({ name }) => name))].sort();

/** Opens every part of every exchange, and takes all of it away: by the clipboard and in both kinds of file. */
async function takeAwayWire({ countersign }: RecordedRun): Promise<void> {
  const { window } = countersign;
  await countersign.goTo('Wire');
  const openers = window.getByRole('table', { name: 'Exchanges' }).getByRole('button');
  await openers.first().waitFor();
  for (const opener of await openers.all()) {
    await opener.click();
    for (const part of await window.getByRole('tab').all()) await part.click();
    await countersign.button('Copy as curl').click();
  }
  await countersign.button('Save as HAR').click();
  await window.getByText(/saved as saved-1\. /).waitFor();
  await countersign.button('Save session').click();
  await window.getByText(/saved as saved-2\. /).waitFor();
}

/** Reveals `state` of the pushed request that is open, and gives its row. */
async function reveal({ window }: Countersign): Promise<Locator> {
  await window.getByRole('tab', { name: 'Parameters' }).click();
  const row = window.getByRole('row', { name: /^state / });
  await row.getByRole('button', { name: 'Reveal state' }).click();
  await expect(row.locator('code')).not.toContainText('•••');
  return row;
}

const hideByHand = (row: Locator) => row.getByRole('button', { name: 'Hide state' }).click();
const waitUntilHidden = (row: Locator) => row.page().clock.fastForward(30_000);

async function stopSharing(countersign: Countersign, consent: RegExp): Promise<void> {
  const { window } = countersign;
  await countersign.goTo('Consents');
  await window.getByRole('button', { name: consent }).click();
  await countersign.button('Stop sharing').click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Stop sharing' }).click();
  await window.getByText(/confirmed that the sharing has ended/).waitFor();
}

/** Puts a text where a secret could get to, in each place by the way that leads there. */
async function plant({ countersign, exports }: RecordedRun, text: string): Promise<void> {
  const { app, window, profileFolder } = countersign;
  const bytes = Buffer.from(text);
  await writeFile(join(profileFolder, 'as-text'), text);
  await writeFile(join(profileFolder, 'as-utf16'), Buffer.from(text, 'utf16le'));
  for (const offset of [0, 1, 2]) {
    const moved = Buffer.concat([Buffer.from('..'.slice(0, offset)), bytes]);
    await writeFile(join(profileFolder, `as-base64-${offset}`), moved.toString('base64'));
  }
  await writeFile(join(profileFolder, 'as-hex'), bytes.toString('hex'));
  await appendFile(join(exports, 'saved-1'), text);
  await app.evaluate((_electron, canary) => console.log(canary), text);
  await window.evaluate(async (canary) => {
    Object.assign(globalThis, { canary: `${'.'.repeat(5000)}${canary}` }); // longer than a snapshot shows by itself
    document.title = canary;
    await globalThis.window.bridge.copyText({ text: canary });
  }, text);
}

test.slow();

test('[S65] a whole run at the sandbox bank leaves none of its secrets in files, logs, IPC, exports, titles or the window', async ({
  run,
}) => {
  const { countersign } = run;
  const { window } = countersign;
  await countersign.setPassphrase(PASSPHRASE);
  await countersign.goTo('Welcome');
  await countersign.openBuilder();
  await window.getByText('Ongoing budget', { exact: true }).click();
  const bank = await countersign.goToBank();
  await countersign.signIn(bank);
  await countersign.leaveBank(bank, 'Share');
  await countersign.button('Stop sharing').waitFor();
  await countersign.moveClock(HOUR_MS); // the access has ended, and is refreshed
  await countersign.button('Read again').click();
  await window.getByText('Read again just now.').waitFor();
  await (await countersign.signInAtBankSite()).close();
  await takeAwayWire(run);

  const secrets = [
    ...secretsIn(await run.heardBySandbox()),
    ...(await run.keysHeld(PASSPHRASE)),
    { name: 'passphrase', value: PASSPHRASE },
  ];
  expect(namesOf(secrets)).toEqual([
    'access_token',
    'code',
    'code_verifier',
    'cookie of the bank',
    'passphrase',
    'private key',
    'refresh_token',
    'request_uri',
    'state',
  ]);
  expect(secrets.filter(({ name }) => name === 'access_token').length).toBeGreaterThan(1);
  expect(await run.whereabouts(secrets)).toEqual([TYPED]);

  await window.getByRole('button', { name: /^Pushed request: POST / }).click();
  await window.clock.install();
  for (const hide of [hideByHand, waitUntilHidden]) {
    const row = await reveal(countersign);
    const inSight = ['heap of the window: state', 'page of the window: state', REVEALED, TYPED];
    expect(await run.whereabouts(secrets)).toEqual(inSight);
    await hide(row);
    await expect(row.locator('code')).toContainText('•••');
    expect(await run.whereabouts(secrets)).toEqual([REVEALED, TYPED]);
  }

  await stopSharing(countersign, /^Sandbox Bank, Ongoing/);
  const allSecrets = [...secrets, ...secretsIn(await run.heardBySandbox())];
  expect(await run.whereabouts(allSecrets)).toEqual([REVEALED, TYPED]);
});

/** A bank that gives ID tokens, signs its answers, binds tokens to a key and is asked by assertions. */
async function openBankWithKeys(run: RecordedRun): Promise<OtherProvider> {
  await run.tapThisProcess();
  const { certificatePem } = await createCredential({
    nowMs: Date.now(),
    commonName: 'Somebody else',
    kind: 'ec-p256',
  });
  return openOtherProvider(
    {
      clientAuthentication: 'private_key_jwt',
      tokenBinding: 'dpop',
      answersByJwt: true,
      namesConsent: 'nowhere',
      refreshToken: 'rotated',
      scopes: [],
      asks: 'openid',
    },
    { jwks: [publicJwk(certificatePem)] },
  );
}

async function addFromProfile(countersign: Countersign, provider: OtherProvider): Promise<void> {
  const { issuer, fdxBaseUrl, caPem } = provider;
  await countersign.goTo('Providers');
  await countersign.button('Add a provider').click();
  await countersign.window.getByRole('tab', { name: 'From a profile' }).click();
  const ways = { clientAuthentication: 'private_key_jwt', tokenBinding: 'dpop' };
  const request = { scopes: 'openid', authorizationDetailsType: OTHER_TYPE };
  const profile = { name: 'Far Bank', issuer, fdxBaseUrl, caPem, ...request, ...ways };
  await countersign.window.getByLabel('Profile as JSON').fill(JSON.stringify(profile));
  await countersign.button('Use this profile').click();
  await countersign.button('Save provider').click();
  await countersign.button('Register now').click();
  await countersign.window.getByText(/^Registered\. /).waitFor();
}

test('[S65] nor does a run at a bank with ID tokens, signed answers, assertions and proofs', async ({
  run,
}) => {
  const { countersign } = run;
  const { window } = countersign;
  const provider = await openBankWithKeys(run);
  const openedPage = await catchBrowser(countersign);
  await countersign.setPassphrase(PASSPHRASE);
  await addFromProfile(countersign, provider);
  await countersign.button('Connect').click();
  await countersign.button('Review').click();
  await countersign.button('Agree and go to Far Bank').click();
  await fetch((await provider.person(new URL(await openedPage()))) ?? '');
  await countersign.button('Stop sharing').waitFor();
  provider.forgetAccessTokens();
  await countersign.button('Read again').click();
  await window.getByText('Read again just now.').waitFor();
  await takeAwayWire(run);
  await stopSharing(countersign, /^Far Bank, Personal/);

  const secrets = [...secretsIn(await run.heardHere()), ...(await run.keysHeld(PASSPHRASE))];
  expect(namesOf(secrets)).toEqual([
    'DPoP proof',
    'access_token',
    'client_assertion',
    'code',
    'code_verifier',
    'cookie of the bank',
    'id_token',
    'nonce',
    'private key',
    'refresh_token',
    'request_uri',
    'response',
    'signature of DPoP proof',
    'signature of client_assertion',
    'signature of id_token',
    'signature of response',
    'state',
  ]);
  expect(secrets.filter(({ name }) => name === 'refresh_token').length).toBeGreaterThan(1);
  expect(await run.whereabouts(secrets)).toEqual([]);
  await provider.close();
});

test('[S65] the search of both finds what is there, in each place and however it is written', async ({
  run,
}) => {
  const value = 'canary-Xk29_vQpL7mZr4tYw8sB1nD6';
  await run.countersign.giveConsent();
  await run.countersign.goTo('Wire');
  await run.countersign.button('Save as HAR').click();
  await run.countersign.window.getByText('Saved as saved-1. ').waitFor();
  const canary = [{ name: 'canary', value }];
  expect(await run.whereabouts(canary)).toEqual([]);

  await plant(run, value);

  expect(await run.whereabouts(canary)).toEqual([
    'clipboard: canary',
    'copyText input: canary',
    'export saved-1: canary',
    'file as-base64-0: canary',
    'file as-base64-1: canary',
    'file as-base64-2: canary',
    'file as-hex: canary',
    'file as-text: canary',
    'file as-utf16: canary',
    'heap of the window: canary',
    'output of the app: canary',
    'page of the window: canary',
    'title shown: canary',
  ]);
});
