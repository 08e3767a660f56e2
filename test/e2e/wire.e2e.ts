import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

import { glossaryOf } from '../../renderer/features/wire/wire-view';
import { startOutsideBank } from '../helpers/outside-bank';
import { axeFindings } from './axe';
import { appOfGroup, CONSENT_NAME, test } from './countersign';
import { addToProviders } from './far-bank';

test('after a consent the wire shows the pushed request decoded, with its secrets masked', async ({
  countersign,
}) => {
  const { window } = countersign;
  await countersign.giveConsent();
  await window.getByRole('button', { name: 'Show on the wire' }).click();
  await countersign.heading('Wire').waitFor();

  const list = window.getByRole('table', { name: 'Exchanges' });
  // The columns' names, the seven exchanges of the consent, and those that bring the transactions of three accounts.
  await expect(list.getByRole('row', { name: /\/transactions/ })).toHaveCount(3);
  await expect(list.getByRole('row')).toHaveCount(12);
  await expect(list.getByRole('row', { name: /Pushed request/ })).toContainText('201');
  await list.getByRole('button', { name: /^Pushed request: POST / }).click();

  const panel = window.getByRole('region', { name: /^Pushed request 201/ });
  await expect(panel.getByRole('row', { name: /authorization_details .*RFC 9396 2/ })).toContainText(
    '"lookbackPeriod": 60',
  );
  const state = panel.getByRole('row', { name: /^state / });
  await expect(state.locator('code')).toHaveText(/^..•••..$/);
  await state.getByRole('button', { name: 'Reveal state' }).click();
  await expect(state.locator('code')).toHaveText(/^[\w-]{43}$/);
  await state.getByRole('button', { name: 'Hide state' }).click();
  await expect(state.locator('code')).toHaveText(/^..•••..$/);
});

test.describe('the wire of a consent that was given', () => {
  const connected = appOfGroup((countersign) => countersign.giveConsent());

  test('the list is searched in what is shown, and copied as curl without a secret', async () => {
    const countersign = connected();
    const { app, window } = countersign;
    await countersign.goTo('Wire');
    await window.getByRole('textbox', { name: 'Search' }).fill('code_verifier');
    await expect(window.getByRole('table', { name: 'Exchanges' }).getByRole('row')).toHaveCount(2);
    await window.getByRole('button', { name: /^Tokens: POST / }).click();
    await countersign.button('Copy as curl').click();
    await expect(window.getByText('Copied, with secrets masked.')).toBeVisible();

    const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toContain("curl --request 'POST' 'https://");
    expect(copied).toContain('code_verifier=');
    expect(copied).not.toMatch(/code_verifier=[\w-]{43}/);
  });

  test('the list is walked with the arrow keys, and an open exchange follows', async () => {
    const countersign = connected();
    const { window } = countersign;
    await countersign.goTo('Wire');
    const row = (name: RegExp) => window.getByRole('button', { name });
    const panel = (name: RegExp) => window.getByRole('region', { name });
    await row(/^Registration: /).focus();

    await window.keyboard.press('ArrowDown');
    await expect(row(/^Discovery: /).first()).toBeFocused();
    await expect(panel(/^Discovery/)).toHaveCount(0); // looking along the list opens nothing
    await window.keyboard.press('End');
    await expect(row(/^Accounts: /)).not.toBeFocused(); // the transactions come after them
    await row(/^Accounts: /).focus();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { level: 2, name: /^Accounts/ })).toBeFocused();
    await countersign.button('Previous').click();
    await expect(panel(/^Consent 200/)).toBeVisible();
    await window.getByRole('tab', { name: 'Body' }).click();
    await window.keyboard.press('Escape');
    await expect(row(/^Consent: /)).toBeFocused();
    await expect(panel(/^Consent/)).toHaveCount(0);

    await window.keyboard.press('Enter');
    await row(/^Consent: /).focus();
    await window.keyboard.press('ArrowUp');
    await expect(panel(/^Tokens 200/)).toBeVisible();
    await expect(row(/^Tokens: /)).toBeFocused();
    await expect(window.getByRole('tab', { name: 'Body', selected: true })).toBeVisible();
    await window.keyboard.press('Tab');
    await expect(row(/^Accounts: /)).not.toBeFocused(); // the whole list is one stop
  });

  test('what is looked for is counted in each part of an exchange, and Ctrl F goes to the search', async () => {
    const countersign = connected();
    const { window } = countersign;
    await countersign.goTo('Wire');
    await window.getByRole('button', { name: /^Tokens: POST / }).click();
    await window.keyboard.press('ControlOrMeta+f');
    await expect(window.getByRole('textbox', { name: 'Search' })).toBeFocused();
    await window.keyboard.type('grant_id');

    await expect(window.getByText('1 of 12 exchanges')).toBeVisible();
    await expect(window.getByRole('tab', { name: 'Parameters (1)' })).toBeVisible();
    await expect(window.getByRole('tab', { name: 'Body (1)' })).toBeVisible();
    await expect(window.getByRole('tab', { name: 'Headers', exact: true })).toBeVisible();
    const marked = () =>
      window.evaluate(() =>
        Array.from(CSS.highlights.get('wire-search') ?? [], (range) => (range as Range).toString()),
      );
    await expect.poll(marked).toEqual(['grant_id']);
  });

  test('a value is copied as it is shown', async () => {
    const countersign = connected();
    const { app, window } = countersign;
    await countersign.goTo('Wire');
    await window.getByRole('button', { name: /^Pushed request: POST / }).click();
    await window.getByRole('button', { name: 'Copy code_challenge', exact: true }).click();
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^[\w-]{43}$/);
  });

  test('every name on the wire of a first consent is explained', async () => {
    const countersign = connected();
    const { window } = countersign;
    await countersign.goTo('Consents');
    await window.getByRole('button', { name: /^Sandbox Bank, Personal/ }).click();
    await countersign.button('Read again').click();
    await window.getByText('Read again just now.').waitFor();

    const fields = await window.evaluate(async () => {
      const { bridge } = globalThis.window;
      const all = { flowId: null, connectionId: null, providerId: null, search: '' };
      const list = await bridge.listExchanges(all);
      const ids = list.ok ? list.value.exchanges.map(({ exchangeId }) => exchangeId) : [];
      const details = await Promise.all(ids.map((exchangeId) => bridge.getExchange({ exchangeId })));
      return details.flatMap((detail) =>
        detail.ok
          ? detail.value.fields.map(({ place, name }) => ({ step: detail.value.step, place, name }))
          : [],
      );
    });

    expect(fields.length).toBeGreaterThan(150);
    expect(fields.filter(({ step, ...field }) => glossaryOf(field, step) === null)).toEqual([]);
  });
});

test('a revealed value hides itself after 30 seconds', async ({ countersign }) => {
  const { window } = countersign;
  await countersign.giveConsent();
  await countersign.goTo('Wire');
  await window.getByRole('button', { name: /^Tokens: POST / }).click();
  const token = window.getByRole('row', { name: /^access_token / });
  await window.clock.install();
  await token.getByRole('button', { name: 'Reveal access_token' }).click();
  await expect(token.locator('code')).not.toContainText('•••');

  await window.clock.fastForward(30_000);

  await expect(token.locator('code')).toContainText('•••');
});

test('the list is narrowed to what failed and to what went through the browser', async ({ countersign }) => {
  const { window } = countersign;
  await countersign.openBuilder();
  const bank = await countersign.goToBank();
  await countersign.signIn(bank);
  await countersign.leaveBank(bank, 'Decline');
  await countersign.button('Show on the wire').click();
  const rows = window.getByRole('table', { name: 'Exchanges' }).getByRole('row');
  const which = async (name: string) => {
    await window.getByRole('button', { name: /Which/ }).click();
    await window.getByRole('option', { name }).click();
  };

  await which('Front channel (browser)');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(2)).toContainText('/callback');
  await which('Failed ones');
  await expect(window.getByText('No exchange fits.')).toBeVisible();
  await which('Every exchange');
  await countersign.button('Back to the request').click();
  await countersign.heading('You declined').waitFor();
});

test('with several providers the list is narrowed to one', async ({ countersign }) => {
  const { window } = countersign;
  const bank = await startOutsideBank();
  await countersign.openBuilder(); // registers at the sandbox bank
  await countersign.goTo('Providers');
  await addToProviders(countersign, bank);
  await countersign.button('Register now').click();
  await window.getByText(/^Registered\. /).waitFor();
  await countersign.goTo('Wire');
  await window.getByRole('button', { name: /Whose/ }).click();
  await window.getByRole('option', { name: 'Far Bank' }).click();

  const { host } = new URL(bank.descriptor.issuer);
  const steps = window.getByRole('table', { name: 'Exchanges' }).getByRole('button');
  const hosts = () =>
    steps.evaluateAll((all) => [...new Set(all.map((one) => one.ariaLabel?.match(/[\d.]+:\d+/)?.[0]))]);
  await expect.poll(hosts).toEqual([host]);
  await bank.close();
});

test('a step of a flow leads to its exchange, and that leads back to its consent', async ({
  countersign,
}) => {
  const { window } = countersign;
  await window.getByRole('switch', { name: 'Developer view' }).click();
  await countersign.openBuilder();
  const bank = await countersign.goToBank();
  await bank.getByRole('button', { name: 'Sign in as Alex Rivera' }).waitFor();
  await countersign.button(/^On the wire: Sends your request/).click();

  await expect(window.getByRole('region', { name: /^Pushed request 201/ })).toBeVisible();
  await window.getByRole('button', { name: 'Show its request' }).click();
  await countersign.heading('Your turn at Sandbox Bank').waitFor();
  await countersign.signIn(bank);
  await countersign.leaveBank(bank, 'Share');
  await countersign.button('Show on the wire').click();
  await window.getByRole('button', { name: /^Tokens: POST / }).click();
  await window.getByRole('button', { name: 'Show its consent' }).click();
  await countersign.heading(CONSENT_NAME).waitFor();
});

test('a session is saved without a secret, as HAR and to be opened again read-only', async ({
  countersign,
}) => {
  const { app, window, profileFolder } = countersign;
  const chosen = { har: join(profileFolder, 'a.har'), trace: join(profileFolder, 'a.cstrace') };
  // The system's own dialogs cannot be driven from a test; what they return can.
  await app.evaluate(({ dialog }, { har, trace }) => {
    dialog.showSaveDialog = async (...input: unknown[]) => {
      const isHar = JSON.stringify(input).includes('countersign.har');
      return { canceled: false, filePath: isHar ? har : trace };
    };
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [trace] });
  }, chosen);
  await countersign.giveConsent();
  await countersign.goTo('Wire');
  await expect(window.getByRole('row', { name: /\/transactions/ })).toHaveCount(3); // the last to come
  await countersign.button('Save as HAR').click();
  await expect(window.getByText('12 exchanges saved as a.har. Secrets in it are masked.')).toBeVisible();
  await countersign.button('Save session').click();
  await expect(window.getByText('12 exchanges saved as a.cstrace. Secrets in it are masked.')).toBeVisible();

  for (const path of Object.values(chosen)) {
    const text = await readFile(path, 'utf8');
    expect(text).toContain('lookbackPeriod');
    expect(text).not.toMatch(/(?:code_verifier|access_token)"?[=:]\s*"?[\w-]{20}/);
  }
  await countersign.restart();
  await countersign.app.evaluate(({ dialog }, { trace }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [trace] });
  }, chosen);
  await countersign.goTo('Wire');
  await countersign.button('Open a session').click();

  await countersign.heading('Saved session: a.cstrace').waitFor();
  await expect(countersign.window.getByRole('heading', { level: 1 })).toHaveCount(1);
  await countersign.window.getByRole('button', { name: /^Tokens: POST / }).click();
  await expect(countersign.window.getByRole('row', { name: /^access_token / })).toContainText('•••');
  await expect(countersign.window.getByRole('button', { name: /^Reveal/ })).toHaveCount(0);
  await countersign.button('Close the saved session').click();
  await countersign.heading('Wire').waitFor();
});

for (const theme of ['Light', 'Dark'] as const) {
  test(`axe finds nothing in any part of an exchange in the ${theme.toLowerCase()} theme`, async ({
    countersign,
  }) => {
    const { window } = countersign;
    await window.getByText(theme, { exact: true }).click();
    await countersign.giveConsent();
    await countersign.goTo('Wire');
    await window.getByRole('button', { name: /^Pushed request: POST / }).click();

    for (const part of ['Parameters', 'Headers', 'Body', 'TLS and times', 'Compare']) {
      await window.getByRole('tab', { name: part }).click();
      await window.getByRole('tabpanel', { name: part }).waitFor();
      expect(await axeFindings(window), part).toEqual([]);
    }
    await window.getByRole('button', { name: /Compare with/ }).click();
    await window.getByRole('option', { name: /Tokens/ }).click();
    await window.getByRole('table', { name: 'Compare' }).waitFor();
    expect(await axeFindings(window), 'two exchanges compared').toEqual([]);
  });
}
