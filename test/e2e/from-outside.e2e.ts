import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';

import { PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';
import { ROOT } from '../../scripts/setup/places.mjs';
import { type OutsideBank, startOutsideBank } from '../helpers/outside-bank';
import { type Countersign, test } from './countersign';
import { addByIssuer, askFarBank, catchBrowser, shareAt } from './far-bank';

const LINK = `${PRIVATE_USE_SCHEME}:/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj`;

let bank: OutsideBank;
test.beforeAll(async () => {
  bank = await startOutsideBank();
});
test.afterAll(() => bank.close());

/** Keeps what the first process hears of later starts. */
async function heardStarts({ app }: Countersign): Promise<() => Promise<readonly (readonly string[])[]>> {
  await app.evaluate(({ app: running }) => {
    const heard: string[][] = [];
    Object.assign(globalThis, { heard });
    running.on('second-instance', (_event, argv) => heard.push(argv));
  });
  return () => app.evaluate(() => (globalThis as unknown as { heard: string[][] }).heard);
}

/** A server that would see any request to it, whatever the scheme. */
async function watchedServer() {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function nothingWentOverTheWire(countersign: Countersign): Promise<void> {
  await countersign.goTo('Wire');
  await expect(countersign.window.getByText('Nothing has gone over the wire yet')).toBeVisible();
}

test('[S77] a second start hands its arguments to the first and ends, the window comes to the front, and one process keeps the store', async ({
  countersign,
}) => {
  await countersign.giveConsent();
  const starts = await heardStarts(countersign);
  const hashOf = async (name: string) =>
    createHash('sha256')
      .update(await readFile(join(countersign.profileFolder, 'countersign', name)))
      .digest('hex');
  const before = await hashOf('consents.json');
  await countersign.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

  const exitCode = await countersign.startAgain(['--an-argument=1']);

  expect(exitCode).toBe(0);
  expect(await starts()).toEqual([expect.arrayContaining(['--an-argument=1'])]);
  const windows = await countersign.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isVisible()),
  );
  expect(windows).toEqual([true]);
  expect(await hashOf('consents.json')).toBe(before);
  await countersign.button('Read again').click();
  await expect(countersign.window.getByText('Read again just now.')).toBeVisible();
});

test('[S77] of two that start in the same moment one stays', async ({ countersign }) => {
  const { spawnfile } = countersign.app.process();
  await countersign.quit();
  const both = [1, 2].map(() =>
    spawn(spawnfile, countersign.commandLine([]), { cwd: ROOT, stdio: 'ignore' }),
  );
  const endOf = (child: ChildProcess) =>
    new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const ends = both.map(endOf);

  expect(await Promise.race(ends)).toBe(0);

  const left = both.filter(({ exitCode }) => exitCode === null);
  expect(left).toHaveLength(1);
  left[0]?.kill();
  await Promise.all(ends);
});

test('[S07][S15] no argument and no link starts a flow, sends a request or sets an issuer, whatever its form', async ({
  countersign,
}) => {
  await countersign.button('Try the sandbox bank').waitFor();
  const starts = await heardStarts(countersign);
  const evil = await watchedServer();
  const forms = [
    [LINK],
    [LINK.replace(':/', '://')],
    [`${PRIVATE_USE_SCHEME}:/provider?issuer=${encodeURIComponent(evil.origin)}`],
    [`--issuer=${evil.origin}`, `--provider=${evil.origin}`],
    [evil.origin, `${evil.origin}/.well-known/openid-configuration`],
    [`countersign://start?issuer=${evil.origin}`, 'app://countersign/index.html'],
    ['/etc/passwd', join(ROOT, 'package.json'), `file://${ROOT}/package.json`],
    ['--', LINK, `http://127.0.0.1:1/callback?code=1&state=2`],
  ];

  for (const form of forms) expect(await countersign.startAgain(form)).toBe(0);

  expect((await starts()).map((argv) => argv.filter((text) => forms.flat().includes(text)).length)).toEqual(
    forms.map((form) => form.length),
  );
  await nothingWentOverTheWire(countersign);
  await countersign.goTo('Providers');
  await expect(countersign.window.getByText('No provider yet')).toBeVisible();
  await countersign.goTo('Welcome');
  await expect(countersign.button('Try the sandbox bank')).toBeVisible();
  expect(evil.connections()).toBe(0);
  await evil.close();
});

test('[S15] a link that starts the app opens the window, and nothing else', async ({ countersign }) => {
  await countersign.quit();
  await countersign.start({ switches: ['--', LINK] });

  await expect(countersign.button('Try the sandbox bank')).toBeVisible();
  await nothingWentOverTheWire(countersign);
  expect(countersign.app.windows()).toHaveLength(1);
});

test('[S18] a whole consent whose answer comes as a link, by a second start', async ({ countersign }) => {
  const { window } = countersign;
  const openedPage = await catchBrowser(countersign);
  await addByIssuer(countersign, bank, () => window.getByText('A link that opens Countersign').click());
  await expect(window.getByText(`${PRIVATE_USE_SCHEME}:/callback`, { exact: true })).toBeVisible();
  await countersign.button('Register now').click();
  await askFarBank(countersign);
  const link = await shareAt(bank, await openedPage());
  expect(link).toMatch(/^app\.countersign\.desktop:\/callback\?/);

  await countersign.startAgain([
    link.replace(/code=[^&]*/, 'error=access_denied').replace(/state=[^&]*/, 'state=x'),
  ]);
  await countersign.startAgain([`${link}#`, link.replace(':/', '://'), '--', 'https://evil.example/']);
  await expect(countersign.heading(/^Your turn at/)).toBeVisible();
  await countersign.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await countersign.startAgain(['--', link])).toBe(0);

  await expect(countersign.heading('Far Bank: Personal finance view')).toBeVisible();
  expect(
    await countersign.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
  ).toBe(true);
  await countersign.goTo('Wire');
  const exchanges = window.getByRole('table', { name: 'Exchanges' });
  await expect(
    exchanges.getByRole('button', { name: /GET app\.countersign\.desktop:\/callback/ }),
  ).toHaveCount(2);
});

test('[S18] where no link leads to the app, the flow says so and takes the address by hand', async ({
  countersign,
}) => {
  const { window } = countersign;
  const openedPage = await catchBrowser(countersign);
  await countersign.app.evaluate(({ app }) => {
    app.isDefaultProtocolClient = () => false;
  });
  await addByIssuer(countersign, bank, () => window.getByText('A link that opens Countersign').click());
  await countersign.button('Register now').click();
  await askFarBank(countersign);
  const link = await shareAt(bank, await openedPage());

  await expect(window.getByText('The answer may not find its way back by itself')).toBeVisible();
  await window.getByLabel('Address from the browser').fill(link);
  await countersign.button('Use this address').click();

  await expect(countersign.heading('Far Bank: Personal finance view')).toBeVisible();
});

test('[S07] a profile that is dropped is shown, with its issuer, and kept only when the person saves it', async ({
  countersign,
}) => {
  const { window } = countersign;
  const evil = await watchedServer();
  const profile = { name: 'Not Your Bank', issuer: evil.origin, fdxBaseUrl: `${evil.origin}/fdx` };
  await countersign.goTo('Providers');
  await window.getByText('No provider yet').waitFor();
  await window.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'profile.json', { type: 'application/json' }));
    globalThis.dispatchEvent(new DragEvent('drop', { dataTransfer }));
  }, JSON.stringify(profile));

  await expect(window.getByLabel('Profile as JSON')).toHaveValue(JSON.stringify(profile));
  await countersign.button('Use this profile').click();
  await expect(window.getByText(`The profile says that the issuer is ${evil.origin}.`)).toBeVisible();
  await expect(window.getByLabel('Issuer address')).toHaveValue(evil.origin);
  await nothingWentOverTheWire(countersign);
  await countersign.goTo('Providers');
  await expect(window.getByText('No provider yet')).toBeVisible();
  expect(evil.connections()).toBe(0);
  await evil.close();
});
