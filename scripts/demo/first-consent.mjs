// @ts-check

/**
 * @typedef {import('@playwright/test').ElectronApplication} ElectronApplication
 * @typedef {import('@playwright/test').Page} Page
 *
 * @typedef {object} Observer what is done with the story while it happens
 * @property {(sentence: string) => void} tell
 * @property {(page: Page, name: string) => Promise<void>} picture
 *
 * @typedef {object} FirstConsent what the application itself received
 * @property {string} consentId
 * @property {string} status
 * @property {string[]} grantedClusters
 * @property {number} accounts
 * @property {number} transactions how many are kept, once all of them have been read
 * @property {string} provider
 * @property {string | null} expiresAt
 */

const CUSTOMER = 'Alex Rivera';

/**
 * Goes from the first window to a granted consent as a person would: by the names of what is on screen.
 * @param {ElectronApplication} app
 * @param {Observer} observer
 * @returns {Promise<FirstConsent>}
 */
export async function takeFirstConsent(app, observer) {
  const window = await app.firstWindow();
  await composeConsent(window, observer);
  const bank = await goToBank(app, window, observer);
  await approveAtBank(bank, observer);
  return readConsent(window, observer);
}

/**
 * @param {Page} window
 * @param {Observer} observer
 */
async function composeConsent(window, { tell, picture }) {
  const start = window.getByRole('button', { name: 'Try the sandbox bank' });
  await start.waitFor();
  await picture(window, 'welcome');
  tell(
    'Countersign opens. The sandbox bank is chosen: it comes with the application, and its money is made up.',
  );
  await start.click();

  const review = window.getByRole('button', { name: 'Review', exact: true });
  await review.waitFor();
  await picture(window, 'consent-builder');
  tell('The consent is composed: what to share, for how long, and how far back.');
  await review.click();
}

/**
 * @param {ElectronApplication} app
 * @param {Page} window
 * @param {Observer} observer
 * @returns {Promise<Page>} the bank's page
 */
async function goToBank(app, window, { tell, picture }) {
  const agree = window.getByRole('button', { name: 'Agree and go to Sandbox Bank' });
  await agree.waitFor();
  await picture(window, 'review');
  tell('It is read once more before anything is sent, and agreed to.');
  const opening = app.waitForEvent('window', { predicate: isBankPage });
  await agree.click();
  return opening;
}

/**
 * The bank's window holds two pages: our bar with the address, and the bank's own page below it, the only one over HTTPS.
 * @param {Page} page
 * @returns {Promise<boolean>}
 */
function isBankPage(page) {
  return page.waitForURL(/^https:/).then(
    () => true,
    () => false,
  );
}

/**
 * @param {Page} bank
 * @param {Observer} observer
 */
async function approveAtBank(bank, { tell, picture }) {
  const customer = bank.getByRole('button', { name: `Sign in as ${CUSTOMER}` });
  await customer.waitFor();
  await picture(bank, 'bank-sign-in');
  tell(`The bank shows its own page. ${CUSTOMER} signs in there.`);
  await customer.click();

  const share = bank.getByRole('button', { name: 'Share', exact: true });
  await share.waitFor();
  await picture(bank, 'bank-consent');
  tell('The bank shows the same request in plain words, and it is shared.');
  // The bank's window closes as an answer to this click
  await share.click({ noWaitAfter: true });
}

/**
 * @param {Page} window
 * @param {Observer} observer
 * @returns {Promise<FirstConsent>}
 */
async function readConsent(window, { tell, picture }) {
  await window.getByRole('button', { name: 'Stop sharing' }).waitFor();
  await picture(window, 'consent');
  const consent = await window.evaluate(readThroughBridge);
  tell(
    `The consent is here: ${consent.status}, ${consent.grantedClusters.join(', ')}, ${consent.accounts} accounts at ${consent.provider}.`,
  );
  return consent;
}

/**
 * Runs in the window: asks the application for what it received, as its own pages do.
 * @returns {Promise<FirstConsent>}
 */
async function readThroughBridge() {
  /** @type {{ bridge: import('../../preload/contract/ipc-contract').Bridge }} */
  const { bridge } = /** @type {any} */ (globalThis);
  const list = await bridge.listConsents({});
  if (!list.ok) throw new Error(`the list of consents cannot be read: ${list.error.kind}`);
  const [newest] = list.value;
  if (newest === undefined) throw new Error('the application holds no consent');
  const reply = await bridge.getConsent({ connectionId: newest.connectionId });
  if (!reply.ok) throw new Error(`the consent cannot be read: ${reply.error.kind}`);
  /** @type {number} */
  const transactions = await new Promise((resolve, reject) => {
    const look = async () => {
      const syncs = await bridge.listSyncs({});
      if (!syncs.ok) return reject(new Error(`the readings cannot be listed: ${syncs.error.kind}`));
      if (syncs.value.length === 0 || syncs.value.some(({ phase }) => phase === 'running')) return;
      const all = { world: /** @type {const} */ ('made-up'), account: null, search: '', at: 0, limit: 1 };
      const rows = await bridge.listTransactions(all);
      if (rows.ok) resolve(rows.value.total);
      else reject(new Error(`the transactions cannot be listed: ${rows.error.kind}`));
    };
    bridge.onChanged((topic) => (topic === 'money' ? void look() : undefined));
    void look();
  });
  const { consentId, status, granted, accounts, providerName, expiresAtMs } = reply.value;
  return {
    consentId,
    status,
    grantedClusters: granted.clusters,
    accounts: accounts.length,
    transactions,
    provider: providerName,
    expiresAt: expiresAtMs === null ? null : new Date(expiresAtMs).toISOString(),
  };
}
