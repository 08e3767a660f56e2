import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { compose } from '../../main/composition';
import { createDeepLinks, type DeepLinks } from '../../main/links/deep-links';
import type { Keychain } from '../../main/ports/keychain';
import type { RetryClock } from '../../main/ports/provider-http';
import type { ProxySource } from '../../main/ports/proxy';
import type { OnResume } from '../../main/ports/resume';
import type { UserAgent } from '../../main/ports/user-agent';
import type { ProviderProfile } from '../../main/records/provider-profile';
import type { Platform, Services } from '../../main/services';
import { openStores } from '../../main/stores';
import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { SyncView } from '../../preload/contract/data-shapes';
import type { FlowView } from '../../preload/contract/flow-shapes';
import type { Topic } from '../../preload/contract/ipc-contract';
import { ok } from '../../preload/contract/result';
import type { RunningSandbox } from '../../sandbox/bank';
import { inProcessData } from './data-process';

/** What a person does at the bank's page; returns the address that the browser is sent to, or null to do nothing. */
export type AtTheBank = (page: URL) => Promise<string | null>;

/** The whole recipient without a window: real stores in a temporary folder, real TLS, a scripted person. */
export interface Recipient {
  readonly services: Services;
  readonly folder: string;
  /** Starts a flow and resolves with its last view. */
  readonly giveConsent: (
    details: AuthorizationDetails,
    atTheBank: AtTheBank,
    provider?: ProviderProfile,
  ) => Promise<FlowView>;
  /** Starts a flow and leaves it running; `until` resolves when the flow reaches a phase. */
  readonly start: (
    details: AuthorizationDetails,
    atTheBank: AtTheBank,
    provider?: ProviderProfile,
  ) => Promise<RunningFlow>;
  /** The same with a provider that the person added. */
  readonly startAt: (
    profile: ProviderProfile,
    details: AuthorizationDetails,
    atTheBank: AtTheBank,
  ) => RunningFlow;
  /** The reading of a consent's transactions, once it has ended. */
  readonly syncEnded: (connectionId: string) => Promise<SyncView>;
  /** Where the system would hand over what comes from outside. */
  readonly links: Pick<DeepLinks, 'take'>;
  /** Id of the flow that was started last. */
  readonly lastFlowId: () => string;
  readonly browserClosed: () => number;
  /** The pages that the person's browser was left with after it was sent back to the app. */
  readonly lastPages: () => readonly string[];
  /** The pages of banks that were opened apart from any flow. */
  readonly sites: () => readonly string[];
  /** What the window was told to ask again for, in its order. */
  readonly topics: readonly Topic[];
  readonly close: () => Promise<void>;
}

export interface RunningFlow {
  readonly flowId: string;
  readonly until: (...phases: ReadonlyArray<FlowView['phase']>) => Promise<FlowView>;
}

/** A keychain that seals nothing, for tests that are not about sealing. */
const OPEN_KEYCHAIN: Keychain = {
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

export interface RecipientOptions {
  /** Where secrets are sealed; an open one unless the test is about that. */
  readonly keychain?: Keychain;
  /** The data folder of an earlier recipient, which is then left in place; a new one unless given. */
  readonly folder?: string;
  /** The recipient's own clock; the machine's unless given. */
  readonly nowMs?: () => number;
  /** How long the browser step may take. */
  readonly browserWaitMs?: number;
  /** Whether the system hands links to this app; it does unless given. */
  readonly claimLinks?: () => boolean;
  /** Hears of each resume of the machine; it is never suspended unless given. */
  readonly onResume?: OnResume;
  /** Shows a page in place of the scripted person's browser. */
  readonly showPage?: UserAgent['open'];
  /** Hears of bugs; they fail the test unless it is about one. */
  readonly reportUnexpected?: (cause: unknown) => string;
  /** Whether transactions are read with a consent; only where the test is about that. */
  readonly readsAtOnce?: boolean;
  /** How repetitions wait; not at all unless the test is about that. */
  readonly retryClock?: RetryClock;
  /** Which proxy leads to providers; none unless given. */
  readonly proxies?: ProxySource;
}

/** Repeats at once. */
const NO_WAITING: RetryClock = {
  nowMs: () => Date.now(),
  random: () => 0,
  wait: () => Promise.resolve(),
};

/** Starts a recipient that knows one bank. The caller closes it. */
export async function startRecipient(
  bank: Pick<RunningSandbox, 'descriptor'>,
  {
    keychain = OPEN_KEYCHAIN,
    folder,
    showPage,
    retryClock = NO_WAITING,
    readsAtOnce = false,
    ...timing
  }: RecipientOptions = {},
): Promise<Recipient> {
  const dataFolder = folder ?? (await mkdtemp(join(tmpdir(), 'countersign-test-')));
  const links = createDeepLinks();
  const heard = new Set<() => void>();
  const topics: Topic[] = [];
  const tellAll = () => heard.forEach((listener) => listener());
  let atTheBank: AtTheBank = () => Promise.resolve(null);
  let closed = 0;
  let lastFlowId = '';
  const lastPages: string[] = [];
  const sites: string[] = [];
  let problem: unknown = null;
  // Like a real browser: opening a page takes no time, and what the person does there takes its own.
  const visit = async (page: URL): Promise<void> => {
    const back = await atTheBank(page);
    if (back !== null) lastPages.push(await followBack(back, links));
  };
  const openInBrowser: UserAgent['open'] = (_profile, page) => {
    void visit(page).catch((cause: unknown) => {
      problem = cause;
      tellAll();
    });
    return Promise.resolve(ok(null));
  };
  const platform: Platform = {
    dataFolder,
    keychain,
    startBank: () => Promise.resolve(ok({ type: 'ready', descriptor: bank.descriptor })),
    data: inProcessData(),
    userAgent: {
      open: showPage ?? openInBrowser,
      openSite: (_profile, page) => {
        sites.push(page.href);
        return Promise.resolve(ok(null));
      },
      close: () => {
        closed += 1;
      },
    },
    links,
    claimLinks: () => true,
    changed: (topic) => {
      topics.push(topic);
      tellAll();
    },
    reportUnexpected: (cause) => {
      throw cause;
    },
    retryClock,
    readsAtOnce,
    ...timing,
  };
  const services = compose(platform, await openStores(platform));

  async function start(
    details: AuthorizationDetails,
    person: AtTheBank,
    provider?: ProviderProfile,
  ): Promise<RunningFlow> {
    const profile = provider === undefined ? await services.openSandbox() : ok(provider);
    if (!profile.ok) throw new Error(JSON.stringify(profile.error));
    return startAt(profile.value, details, person);
  }

  function startAt(profile: ProviderProfile, details: AuthorizationDetails, person: AtTheBank): RunningFlow {
    atTheBank = person;
    problem = null;
    const { flowId } = services.flows.start(profile, {
      purpose: 'personal-finance',
      authorizationDetails: details,
      disclosed: null,
    });
    lastFlowId = flowId;
    const look = () => {
      if (problem !== null) throw problem;
      const flow = services.flows.get(flowId);
      return flow.ok ? flow.value : null;
    };
    return {
      flowId,
      until: (...phases) => viewWhen(heard, look, phases),
    };
  }

  return {
    services,
    folder: dataFolder,
    start,
    startAt,
    links,
    giveConsent: async (details, person, provider) =>
      (await start(details, person, provider)).until('done', 'failed', 'cancelled'),
    lastFlowId: () => lastFlowId,
    syncEnded: (connectionId) =>
      valueWhen(heard, () => {
        const sync = services.syncs.list().find((one) => one.connectionId === connectionId);
        return sync?.phase === 'ended' ? sync : null;
      }),
    browserClosed: () => closed,
    lastPages: () => lastPages,
    sites: () => sites,
    topics,
    close: async () => {
      await services.close();
      if (folder === undefined) await rm(dataFolder, { recursive: true });
    },
  };
}

async function followBack(back: string, links: DeepLinks): Promise<string> {
  if (!back.startsWith('http')) {
    links.take([back]);
    return 'none: the system opened the app';
  }
  try {
    const response = await fetch(back);
    await response.text();
    return response.url;
  } catch {
    return 'nothing: the app did not answer';
  }
}

function viewWhen(
  heard: Set<() => void>,
  view: () => FlowView | null,
  phases: ReadonlyArray<FlowView['phase']>,
): Promise<FlowView> {
  return valueWhen(heard, () => {
    const flow = view();
    return flow !== null && phases.includes(flow.phase) ? flow : null;
  });
}

/** What `look` gives as soon as it gives something; it looks again whenever the window is told of a change. */
function valueWhen<Value>(heard: Set<() => void>, find: () => Value | null): Promise<Value> {
  return new Promise((resolve, reject) => {
    const look = () => {
      try {
        const value = find();
        if (value === null) return;
        heard.delete(look);
        resolve(value);
      } catch (cause) {
        heard.delete(look);
        reject(cause instanceof Error ? cause : new Error(String(cause)));
      }
    };
    heard.add(look);
    look();
  });
}
