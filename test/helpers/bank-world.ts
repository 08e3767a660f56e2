import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';

import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { SandboxOptions } from '../../sandbox/bank';
import { windowOf, type WindowSide } from './operations';
import { sharing } from './person';
import { type Recipient, type RecipientOptions, startRecipient, TUTORIAL_REQUEST } from './recipient';
import { startTestBank, type TestBank } from './sandbox-bank';

/** A bank for all tests of a file, whose members are there once its tests run. */
interface BankOfFile {
  readonly bank: TestBank;
}

/** The same with a recipient that knows the bank, and with its window. */
export interface BankWorld extends BankOfFile {
  readonly recipient: Recipient;
  readonly window: WindowSide;
  /** Alex Rivera gives a consent. Returns the id of its connection. */
  readonly connect: (request?: AuthorizationDetails) => Promise<string>;
}

/** Starts a bank and one recipient before the first test of a file, and closes both after the last. */
export function bankWorld(
  options: { readonly bank?: SandboxOptions; readonly recipient?: RecipientOptions } = {},
): BankWorld {
  const { bank: bankOptions, recipient: recipientOptions } = options;
  const bank = startedForFile(() => startTestBank(bankOptions));
  const recipient = startedForFile(() => startRecipient(bank(), recipientOptions));
  let window: WindowSide;
  beforeAll(async () => {
    window = await windowOf(recipient());
  });
  return {
    get bank() {
      return bank();
    },
    get recipient() {
      return recipient();
    },
    get window() {
      return window;
    },
    connect: (request) => giveConsent(recipient(), bank(), request),
  };
}

/** Recipients that are started one after the other on the same folder, a new one for each test. */
export interface Restarts extends BankOfFile {
  readonly folder: string;
  /** One that is not closed before the next was killed. */
  readonly start: (options?: Omit<RecipientOptions, 'folder'>) => Promise<Recipient>;
}

/** Starts a bank for a file of tests in which the app is started more than once. */
export function restarts(): Restarts {
  const bank = startedForFile(() => startTestBank());
  const open: Recipient[] = [];
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((recipient) => recipient.close()));
    await rm(folder, { recursive: true });
  });
  return {
    get bank() {
      return bank();
    },
    get folder() {
      return folder;
    },
    start: async (options = {}) => {
      const recipient = await startRecipient(bank(), { folder, ...options });
      open.push(recipient);
      return recipient;
    },
  };
}

/** Alex Rivera gives a consent, which must work. Returns the id of its connection. */
export async function giveConsent(
  recipient: Recipient,
  bank: TestBank,
  request: AuthorizationDetails = TUTORIAL_REQUEST,
): Promise<string> {
  const flow = await recipient.giveConsent(request, sharing(bank));
  expect(flow).toMatchObject({ phase: 'done', failure: null });
  return flow.connectionId ?? '';
}

/** Vitest runs `beforeAll` in the order of the calls, and `afterAll` the other way round. */
function startedForFile<Thing extends { readonly close: () => Promise<void> }>(
  start: () => Promise<Thing>,
): () => Thing {
  let thing: Thing | null = null;
  beforeAll(async () => {
    thing = await start();
  });
  afterAll(() => thing?.close());
  return () => {
    if (thing === null) throw new Error('it is there once the tests run');
    return thing;
  };
}
