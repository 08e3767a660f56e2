// @ts-check

/**
 * @typedef {import('@playwright/test').ElectronApplication} ElectronApplication
 * @typedef {import('@playwright/test').Page} Page
 *
 * @typedef {object} Stage what every scene plays on
 * @property {ElectronApplication} app
 * @property {Page} window the main window
 * @property {import('./album.mjs').Album} album
 */

/**
 * Opens a section by its entry in the sidebar.
 * @param {Stage} stage
 * @param {string} section
 */
export async function goTo({ window }, section) {
  await window.getByRole('navigation').getByRole('button', { name: section }).click();
}

/**
 * Waits for the page with that title, and takes the mouse out of the picture.
 * @param {Stage} stage
 * @param {string} title
 */
export async function seePage({ window }, title) {
  await window.getByRole('heading', { level: 1, name: title }).waitFor();
  await window.mouse.move(0, 0);
}

/**
 * @param {Stage} stage
 * @param {'Light' | 'Dark'} theme
 */
export async function chooseTheme(stage, theme) {
  await goTo(stage, 'Settings');
  await stage.window.getByText(theme, { exact: true }).click();
}

/** @param {Stage} stage */
export async function openBuilder(stage) {
  await press(stage, 'Try the sandbox bank');
  await seePage(stage, 'Choose what to share');
}

/**
 * From the review to the bank's sign-in page.
 * @param {Stage} stage
 * @returns {Promise<Page>}
 */
export async function goToBank(stage) {
  const isBank = (/** @type {Page} */ page) =>
    page.waitForURL(/^https:/).then(
      () => true,
      () => false,
    );
  const opening = stage.app.waitForEvent('window', { predicate: isBank });
  await press(stage, 'Agree and go to Sandbox Bank');
  const bank = await opening;
  await bank.getByRole('heading', { name: 'Sign in to continue' }).waitFor();
  return bank;
}

/**
 * @param {Page} bank
 * @param {string} customer
 */
export async function signIn(bank, customer) {
  await bank.getByRole('button', { name: `Sign in as ${customer}` }).click();
  await bank.getByRole('button', { name: 'Share', exact: true }).waitFor();
}

/**
 * Shares, and waits for what came of it.
 * @param {Stage} stage
 * @param {Page} bank
 */
export async function share(stage, bank) {
  // The bank's window closes as an answer to this click
  await bank.getByRole('button', { name: 'Share', exact: true }).click({ noWaitAfter: true });
  await stage.window.getByRole('button', { name: 'Stop sharing' }).waitFor();
  await stage.window.mouse.move(0, 0);
}

/**
 * @param {Stage} stage
 * @param {string} button
 */
export async function press({ window }, button) {
  await window.getByRole('button', { name: button, exact: true }).click();
}
