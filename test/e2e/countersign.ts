import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, type Page, test as base } from '@playwright/test';

import { launchApp } from '../../scripts/demo/launch-app.mjs';
import { sandboxSwitches } from '../../scripts/process/sandbox-switch.mjs';
import { ROOT } from '../../scripts/setup/places.mjs';

/** What the consent is called that the builder's first preset gives. */
export const CONSENT_NAME = 'Sandbox Bank: Personal finance view';

/** How long a locator is looked for before the test fails, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What is around the app when it starts, beside what is around the test. */
export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** Files of CommonJS that run in the app before its own code. */
  readonly preloads?: readonly string[];
  /** Arguments, as the system or another program may add them. */
  readonly switches?: readonly string[];
}

/** The real app with a profile of its own, as a person has it in front of them. */
export class Countersign {
  readonly profileFolder: string;
  #app: ElectronApplication | null = null;
  #window: Page | null = null;

  constructor(profileFolder: string) {
    this.profileFolder = profileFolder;
  }

  get app(): ElectronApplication {
    if (this.#app === null) throw new Error('the app is not running');
    return this.#app;
  }

  /** The main window. */
  get window(): Page {
    if (this.#window === null) throw new Error('the app has no window');
    return this.#window;
  }

  async start(surroundings: Surroundings = {}): Promise<void> {
    this.#app = await launchApp({ profileFolder: this.profileFolder, ...surroundings });
    this.#app.context().setDefaultTimeout(PATIENCE_MS);
    this.#window = await this.#app.firstWindow();
    // While main still loads its own code, V8 may collect what an evaluation waits for.
    await this.#window.getByRole('heading', { level: 1 }).waitFor();
  }

  /**
   * Starts the app once more with the same profile and these arguments, as the system does for a link.
   *
   * @returns the exit code; the process that was there first has heard the arguments by then
   */
  async startAgain(args: readonly string[]): Promise<number | null> {
    const again = spawn(this.app.process().spawnfile, this.commandLine(args), { cwd: ROOT, stdio: 'ignore' });
    return new Promise((resolve, reject) => {
      again.once('exit', resolve).once('error', reject);
    });
  }

  /** What the executable is started with. */
  commandLine(args: readonly string[]): readonly string[] {
    return ['.', ...sandboxSwitches(), `--user-data-dir=${this.profileFolder}`, ...args];
  }

  async quit(): Promise<void> {
    await this.#app?.close();
    this.#app = null;
  }

  async restart(): Promise<void> {
    await this.quit();
    await this.start();
  }

  /** Loads the window's page afresh; main goes on. */
  async reloadWindow(): Promise<void> {
    await this.window.reload();
    await this.window.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Ends the process as a crash or a power cut would, without a word. */
  async kill(): Promise<void> {
    const { app } = this;
    const closed = app.waitForEvent('close');
    app.process().kill('SIGKILL');
    await closed;
    this.#app = null;
  }

  button(name: string | RegExp) {
    return this.window.getByRole('button', { name, exact: typeof name === 'string' });
  }

  heading(name: string | RegExp) {
    return this.window.getByRole('heading', { level: 1, name });
  }

  /** Opens a section by its entry in the sidebar. */
  async goTo(
    section: 'Welcome' | 'Home' | 'Transactions' | 'Consents' | 'Providers' | 'Keys' | 'Wire' | 'Settings',
  ): Promise<void> {
    await this.window.getByRole('navigation').getByRole('button', { name: section }).click();
  }

  /** From Welcome or Home to the builder. */
  async openBuilder(): Promise<void> {
    await this.button('Try the sandbox bank').click();
    await this.heading('Choose what to share').waitFor();
  }

  /** From the builder through the review to the bank's sign-in page. */
  async goToBank(): Promise<Page> {
    await this.button('Review').click();
    return this.bankAfter(() => this.button('Agree and go to Sandbox Bank').click());
  }

  /** The bank's page that opens after an act. The window also holds our own bar, which is not it. */
  async bankAfter(act: () => Promise<void>): Promise<Page> {
    const opening = this.app.waitForEvent('window', {
      predicate: (page) =>
        page.waitForURL(/^https:/).then(
          () => true,
          () => false,
        ),
    });
    await act();
    return opening;
  }

  /** Signs in at the bank. */
  async signIn(bank: Page, customer = 'Alex Rivera'): Promise<void> {
    await bank.getByRole('button', { name: `Sign in as ${customer}` }).click();
    await bank.getByRole('button', { name: 'Share', exact: true }).waitFor();
  }

  /** Opens the bank's own page from the consent that is on screen, and signs in there. */
  async signInAtBankSite(customer = 'Alex Rivera'): Promise<Page> {
    const site = await this.bankAfter(() => this.button('Open Sandbox Bank’s own page').first().click());
    await site.getByRole('button', { name: `Sign in as ${customer}` }).click();
    await site.getByRole('heading', { level: 1, name: 'What you share' }).waitFor();
    await site.getByText(`Signed in as ${customer}`).waitFor();
    return site;
  }

  /** Closes the bank's own window, as a person does: by its frame. */
  async closeBankWindow(): Promise<void> {
    await this.app.evaluate(({ BrowserWindow }) => {
      // The main window was the first; its title and the bank's are those of their pages.
      const [, ...others] = BrowserWindow.getAllWindows().toSorted((left, right) => left.id - right.id);
      for (const other of others) other.close();
    });
  }

  /** Presses a button that makes the bank's window close. */
  async leaveBank(bank: Page, name: 'Share' | 'Decline'): Promise<void> {
    await bank.getByRole('button', { name, exact: true }).click({ noWaitAfter: true });
  }

  /** Seals keys and access by a passphrase, so that they outlive the app where there is no keychain. */
  async setPassphrase(passphrase: string): Promise<void> {
    await this.goTo('Settings');
    await this.window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.window.getByLabel('The passphrase again').fill(passphrase);
    await this.button('Set passphrase').click();
    await this.window.getByText('Sealed by your passphrase').waitFor();
  }

  /** Moves the clock of main ahead; timers stand still, as they do while a machine sleeps. */
  async moveClock(aheadMs: number): Promise<void> {
    await this.app.evaluate((_electron, ms) => {
      const now = Date.now;
      Date.now = () => now() + ms;
    }, aheadMs);
  }

  /** The whole way from Welcome or Home to a consent on screen. */
  async giveConsent(): Promise<void> {
    await this.openBuilder();
    const bank = await this.goToBank();
    await this.signIn(bank);
    await this.leaveBank(bank, 'Share');
    await this.button('Stop sharing').waitFor();
  }
}

interface Fixtures {
  /** An app that has not been started yet. */
  readonly unstarted: Countersign;
  /** A freshly started app. */
  readonly countersign: Countersign;
}

/** A test with an app and a profile of its own. */
export const test = base.extend<Fixtures>({
  // Playwright reads the fixtures that are needed from this pattern, so it must be one, even if empty.
  // oxlint-disable-next-line no-empty-pattern
  unstarted: async ({}, use) => {
    const countersign = await newCountersign();
    await use(countersign);
    await putAway(countersign);
  },
  countersign: async ({ unstarted }, use) => {
    await unstarted.start();
    await use(unstarted);
  },
});

/**
 * One app for all tests of a group, for those that only look: each finds the window as after a start. Call it in a
 * `test.describe`, or once for a file. After a test that failed the next one gets an app of its own.
 *
 * @param prepare what they all begin with, such as a consent
 */
export function appOfGroup(
  prepare: (countersign: Countersign) => Promise<void> = () => Promise.resolve(),
): () => Countersign {
  let shared: Countersign;
  test.beforeAll(async () => {
    shared = await newCountersign();
    await shared.start();
    await prepare(shared);
  });
  test.beforeEach(() => shared.reloadWindow());
  test.afterAll(() => putAway(shared));
  return () => shared;
}

async function newCountersign(): Promise<Countersign> {
  return new Countersign(await mkdtemp(join(tmpdir(), 'countersign-e2e-')));
}

async function putAway(countersign: Countersign): Promise<void> {
  await countersign.quit();
  await rm(countersign.profileFolder, { recursive: true, force: true, maxRetries: 5 });
}
