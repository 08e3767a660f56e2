import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { compose } from '../../main/composition';
import type { Services } from '../../main/composition';
import type { Keychain } from '../../main/vault/key-wrapper';
import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { FlowView } from '../../preload/contract/flow-shapes';
import { ok } from '../../preload/contract/result';
import type { RunningSandbox } from '../../sandbox/bank';

/** What a person does at the bank's page; returns the address that the browser is sent to, or null to do nothing. */
export type AtTheBank = (page: URL) => Promise<string | null>;

/** The whole recipient without a window: real stores in a temporary folder, real TLS, a scripted person. */
export interface Recipient {
  readonly services: Services;
  readonly folder: string;
  /** Starts a flow and resolves with its last view. */
  readonly giveConsent: (details: AuthorizationDetails, atTheBank: AtTheBank) => Promise<FlowView>;
  /** Starts a flow and leaves it running; `until` resolves when the flow reaches a phase. */
  readonly start: (details: AuthorizationDetails, atTheBank: AtTheBank) => Promise<RunningFlow>;
  readonly browserClosed: () => number;
  readonly close: () => Promise<void>;
}

export interface RunningFlow {
  readonly flowId: string;
  readonly until: (...phases: ReadonlyArray<FlowView['phase']>) => Promise<FlowView>;
}

/** A keychain that seals nothing, for tests that are not about sealing. */
export const OPEN_KEYCHAIN: Keychain = {
  backend: () => 'gnome_libsecret',
  isAvailable: () => true,
  encrypt: (text) => Buffer.from(text, 'utf8'),
  decrypt: (bytes) => Buffer.from(bytes).toString('utf8'),
};

/** The tutorial's request: once, 60 days, accounts with transactions and statements, and contact data. */
export const TUTORIAL_REQUEST: AuthorizationDetails = [
  {
    type: 'fdx_v1.0',
    consentRequest: {
      durationType: 'ONE_TIME',
      lookbackPeriod: 60,
      resources: [
        { resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS'] },
        { resourceType: 'CUSTOMER', dataClusters: ['CUSTOMER_CONTACT'] },
      ],
    },
  },
];

/** @param keychain where secrets are sealed; an open one unless the test is about that */
export async function startRecipient(
  bank: Pick<RunningSandbox, 'descriptor'>,
  { keychain = OPEN_KEYCHAIN, folder }: { readonly keychain?: Keychain; readonly folder?: string } = {},
): Promise<Recipient> {
  const dataFolder = folder ?? (await mkdtemp(join(tmpdir(), 'countersign-test-')));
  const heard = new Set<() => void>();
  let atTheBank: AtTheBank = () => Promise.resolve(null);
  let closed = 0;
  const services = await compose({
    dataFolder,
    keychain,
    startBank: () => Promise.resolve(ok(bank.descriptor)),
    userAgent: {
      open: async (_profile, page) => {
        const back = await atTheBank(page);
        if (back !== null) await fetch(back);
        return ok(null);
      },
      close: () => {
        closed += 1;
      },
    },
    changed: () => heard.forEach((listener) => listener()),
    reportUnexpected: (cause) => {
      throw cause;
    },
  });

  async function start(details: AuthorizationDetails, person: AtTheBank): Promise<RunningFlow> {
    atTheBank = person;
    const profile = await services.openSandbox();
    if (!profile.ok) throw new Error(JSON.stringify(profile.error));
    const { flowId } = services.flows.start(profile.value, {
      purpose: 'personal-finance',
      authorizationDetails: details,
    });
    return { flowId, until: (...phases) => viewWhen(services, heard, flowId, phases) };
  }

  return {
    services,
    folder: dataFolder,
    start,
    giveConsent: async (details, person) =>
      (await start(details, person)).until('done', 'failed', 'cancelled'),
    browserClosed: () => closed,
    close: async () => {
      await services.close();
      if (folder === undefined) await rm(dataFolder, { recursive: true });
    },
  };
}

function viewWhen(
  services: Services,
  heard: Set<() => void>,
  flowId: string,
  phases: ReadonlyArray<FlowView['phase']>,
): Promise<FlowView> {
  return new Promise((resolve) => {
    const look = () => {
      const flow = services.flows.get(flowId);
      if (!flow.ok || !phases.includes(flow.value.phase)) return;
      heard.delete(look);
      resolve(flow.value);
    };
    heard.add(look);
    look();
  });
}
