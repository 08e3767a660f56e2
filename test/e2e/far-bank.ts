import { expect } from '@playwright/test';

import { bankCustomer } from '../helpers/bank-customer';
import type { OutsideBank } from '../helpers/outside-bank';
import type { Countersign } from './countersign';

/** Takes the place of the system browser: what would be opened is kept. The app itself is unchanged. */
export async function catchBrowser(countersign: Countersign): Promise<() => Promise<string>> {
  // Playwright loses an answer of main while that is still loading; the page is there once it has answered.
  await countersign.window.getByRole('navigation').waitFor();
  await countersign.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  const openedPages = () =>
    countersign.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  return async () => {
    await countersign.heading(/^Your turn at/).waitFor();
    await expect.poll(async () => (await openedPages()).length).toBeGreaterThan(0);
    return (await openedPages()).at(-1) ?? '';
  };
}

/** Signs in and shares on the bank's own pages, by HTTP; the answer is not opened. */
export async function shareAt(bank: OutsideBank, page: string): Promise<string> {
  const customer = bankCustomer(bank.descriptor);
  await customer.open(page);
  await customer.signInAs('Alex Rivera');
  return customer.share();
}

/** From the first page: adds the bank by its issuer. */
export async function addByIssuer(
  countersign: Countersign,
  bank: OutsideBank,
  inTheForm?: () => Promise<void>,
): Promise<void> {
  await countersign.button('Connect a provider').click();
  await addToProviders(countersign, bank, inTheForm);
}

/** From the list of providers: adds the bank, with the usual value for everything that a person need not say. */
export async function addToProviders(
  countersign: Countersign,
  { descriptor }: OutsideBank,
  inTheForm: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { window } = countersign;
  await countersign.button('Add a provider').click();
  await window.getByLabel('Issuer address').fill(descriptor.issuer);
  await window.getByLabel('Certificate authority (PEM)').fill(descriptor.caPem);
  await countersign.button('Look it up').click();
  await window.getByLabel('Name', { exact: true }).fill('Far Bank');
  await window.getByLabel('FDX base address').fill(descriptor.fdxBaseUrl);
  await inTheForm();
  await countersign.button('Save provider').click();
  await countersign.heading('Far Bank').waitFor();
}

/** From the provider's page to the bank's. */
export async function askFarBank(countersign: Countersign): Promise<void> {
  await countersign.button('Connect').click();
  await countersign.button('Review').click();
  await countersign.button('Agree and go to Far Bank').click();
}
