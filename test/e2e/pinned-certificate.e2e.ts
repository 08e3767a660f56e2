import { expect } from '@playwright/test';

import { isListening } from '../helpers/listening';
import { serverIdentity } from '../helpers/server-identity';
import { openTlsServer, type TlsServer } from '../helpers/tls-server';
import { type Countersign, test } from './countersign';

/** Ends the bank's process, as its crash would. */
async function endBank(countersign: Countersign): Promise<void> {
  await countersign.app.evaluate(({ app }) => {
    const bank = app.getAppMetrics().find(({ name }) => name === 'Sandbox Bank');
    if (bank === undefined) throw new Error('the bank does not run');
    process.kill(bank.pid);
  });
}

/** Another server with another certificate, good for the same host, where the bank was. */
async function takePlaceOf(page: string): Promise<TlsServer> {
  const port = Number(new URL(page).port);
  await expect.poll(() => isListening(port)).toBe(false);
  return openTlsServer({
    identity: await serverIdentity(),
    port,
    answer: (_seen, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Your password, please</h1>');
    },
  });
}

test('a bank that has another certificate than when its profile was made is not shown, and gets no request (docs/adr/0004)', async ({
  countersign,
}) => {
  await countersign.openBuilder();
  const bank = await countersign.goToBank();
  await countersign.signIn(bank);
  await endBank(countersign);
  const impostor = await takePlaceOf(bank.url());
  try {
    await expect(bank.reload()).rejects.toThrow(/net::ERR_/);

    expect(impostor.requests).toEqual([]);
    await expect(bank.getByText('Your password, please')).toHaveCount(0);
  } finally {
    await impostor.close();
  }
});

test('the bank’s own page is opened in no other way than the page of a flow: by its certificate', async ({
  countersign,
}) => {
  await countersign.giveConsent();
  const site = await countersign.signInAtBankSite();
  await endBank(countersign);
  const impostor = await takePlaceOf(site.url());
  try {
    await expect(site.reload()).rejects.toThrow(/net::ERR_/);

    expect(impostor.requests).toEqual([]);
  } finally {
    await impostor.close();
  }
});
