import type {
  Preferences,
  ProviderSummary,
  SecretsState,
  StartNotice,
} from '../../preload/contract/app-shapes';
import type { ConsentDetail, ConsentSummary } from '../../preload/contract/consent-shapes';
import type { FlowView } from '../../preload/contract/flow-shapes';
import type { Bridge, Operations, Topic } from '../../preload/contract/ipc-contract';
import { fail, ok } from '../../preload/contract/result';
import { SANDBOX } from './fake-consents';
import { fakeCredentials } from './fake-credentials';
import { waitingFlow } from './fake-flows';
import { answerWire } from './fake-wire';

/** Everything that the fake main process knows. */
export interface FakePlatform {
  preferences: Preferences;
  secrets: SecretsState;
  /** Whether the disk refuses what is to be kept. */
  hasUnsavedSecrets: boolean;
  notices: readonly StartNotice[];
  provider: ProviderSummary;
  consents: readonly ConsentDetail[];
  flow: FlowView | null;
  /** What was put on the clipboard last. */
  copied: string | null;
  /** Banks whose own page was opened. */
  sitesOpened: readonly string[];
}

/** A first start on a computer with a keychain, unless told otherwise. */
export function fakePlatform(change: Partial<FakePlatform> = {}): FakePlatform {
  return {
    preferences: { theme: 'system', depth: 'plain' },
    secrets: { kind: 'keychain', backend: 'gnome_libsecret' },
    hasUnsavedSecrets: false,
    notices: [],
    provider: SANDBOX,
    consents: [],
    flow: null,
    copied: null,
    sitesOpened: [],
    ...change,
  };
}

/** What a test can do beside what the window can. */
export interface FakeBridge extends Bridge {
  /** Says that something of a topic changed, as main would. */
  readonly notify: (topic: Topic) => void;
}

/** A bridge to a fake main process that keeps its own world; `answers` take the place of single operations. */
export function fakeBridge(world: FakePlatform, answers: Partial<Operations> = {}): FakeBridge {
  const listeners = new Set<(topic: Topic) => void>();
  const notify = (topic: Topic) => listeners.forEach((listener) => listener(topic));
  return {
    ...answerApp(world, notify),
    ...answerFlows(world, notify),
    ...answerProviders(world),
    ...answerConsents(world, notify),
    ...answerWire(),
    ...fakeCredentials(),
    ...answers,
    notify,
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type Notify = (topic: Topic) => void;
type Some<Names extends keyof Operations> = Pick<Operations, Names>;

type AppOperations =
  | 'getStartState'
  | 'setPreferences'
  | 'dismissNotice'
  | 'setPassphrase'
  | 'unlockVault'
  | 'startVaultAfresh'
  | 'saveSecrets'
  | 'openSandbox'
  | 'getProvider'
  | 'openBankSite'
  | 'copyText';

function answerApp(world: FakePlatform, notify: Notify): Some<AppOperations> {
  const changeSecrets = (secrets: SecretsState) => {
    world.secrets = secrets;
    notify('secrets');
    return ok(secrets);
  };
  return {
    getStartState: async () => {
      const { preferences, secrets, hasUnsavedSecrets, notices, consents } = world;
      const start = { preferences, secrets, hasUnsavedSecrets, notices: [...notices] };
      return ok({ appVersion: '0.1.0', ...start, consentCount: consents.length });
    },
    setPreferences: async (preferences) => {
      world.preferences = preferences;
      return ok(preferences);
    },
    dismissNotice: async ({ noticeId }) => {
      world.notices = world.notices.filter((notice) => notice.noticeId !== noticeId);
      return ok({});
    },
    setPassphrase: async () => changeSecrets({ kind: 'passphrase', backend: null }),
    unlockVault: async ({ passphrase }) =>
      passphrase === 'wrong'
        ? fail({ kind: 'wrong-passphrase' })
        : changeSecrets({ kind: 'passphrase', backend: null }),
    startVaultAfresh: async () => changeSecrets({ kind: 'memory', backend: null }),
    saveSecrets: async () => {
      world.hasUnsavedSecrets = false;
      notify('secrets');
      return ok({});
    },
    openSandbox: async () => ok(world.provider),
    getProvider: async () => ok(world.provider),
    openBankSite: async ({ providerId }) => {
      world.sitesOpened = [...world.sitesOpened, providerId];
      return ok({});
    },
    copyText: async ({ text }) => {
      world.copied = text;
      return ok({});
    },
  };
}

function answerFlows(
  world: FakePlatform,
  notify: Notify,
): Some<'startFlow' | 'getFlow' | 'cancelFlow' | 'reopenBankPage' | 'pasteCallback'> {
  const known = () => (world.flow === null ? fail({ kind: 'flow-unknown' } as const) : ok(world.flow));
  return {
    startFlow: async () => {
      world.flow ??= waitingFlow(Date.now());
      return ok(world.flow);
    },
    getFlow: async () => known(),
    cancelFlow: async () => {
      if (world.flow !== null) world.flow = { ...world.flow, phase: 'cancelled' };
      notify('flow');
      return known();
    },
    reopenBankPage: async () => ok({}),
    pasteCallback: async () => fail({ kind: 'flow-unknown' }),
  };
}

type ProviderOperations =
  | 'listProviders'
  | 'getProviderDetail'
  | 'lookUpProvider'
  | 'saveProvider'
  | 'duplicateProvider'
  | 'registerProvider'
  | 'saveRegistrationPdf'
  | 'printRegistrationPack'
  | 'deleteProvider'
  | 'pickTextFile'
  | 'saveTextFile';

// Only the bank that comes with the app: it is not one that the person added.
function answerProviders(world: FakePlatform): Some<ProviderOperations> {
  const unknown = async () => fail({ kind: 'provider-unknown' } as const);
  return {
    listProviders: async () => ok([]),
    getProviderDetail: unknown,
    lookUpProvider: unknown,
    saveProvider: async () => ok(world.provider),
    duplicateProvider: unknown,
    registerProvider: unknown,
    saveRegistrationPdf: unknown,
    printRegistrationPack: unknown,
    deleteProvider: unknown,
    pickTextFile: async () => ok({ text: null }),
    saveTextFile: async () => ok({ isSaved: false }),
  };
}

function summaryOf(detail: ConsentDetail): ConsentSummary {
  const { connectionId, providerId, providerName, purpose, status, clusters } = detail;
  const { accountCount, createdAtMs, expiresAtMs, readAtMs } = detail;
  return {
    connectionId,
    providerId,
    providerName,
    purpose,
    status,
    clusters,
    accountCount,
    createdAtMs,
    expiresAtMs,
    readAtMs,
  };
}

type ConsentOperations =
  | 'listConsents'
  | 'getConsent'
  | 'readConsentAgain'
  | 'revokeConsent'
  | 'forgetConsent';

function answerConsents(world: FakePlatform, notify: Notify): Some<ConsentOperations> {
  const change = (connectionId: string, part: Partial<ConsentDetail>) => {
    const detail = world.consents.find((consent) => consent.connectionId === connectionId);
    if (detail === undefined) return fail({ kind: 'consent-unknown' } as const);
    const changed = { ...detail, ...part };
    world.consents = world.consents.map((consent) => (consent === detail ? changed : consent));
    return ok(changed);
  };
  return {
    listConsents: async () => ok(world.consents.map(summaryOf)),
    getConsent: async ({ connectionId }) => change(connectionId, {}),
    readConsentAgain: async ({ connectionId }) => {
      const reply = change(connectionId, { readAtMs: Date.now() });
      notify('consents');
      return reply;
    },
    revokeConsent: async ({ connectionId }) => {
      const reply = change(connectionId, { status: 'REVOKED', access: 'not-held', stoppedAtMs: Date.now() });
      notify('consents');
      return reply.ok ? ok({ confirmedByProvider: true, detail: reply.value }) : reply;
    },
    forgetConsent: async ({ connectionId }) => {
      world.consents = world.consents.filter((consent) => consent.connectionId !== connectionId);
      notify('consents');
      return ok({});
    },
  };
}
