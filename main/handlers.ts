import type { Preferences } from '../preload/contract/app-shapes';
import type { ConsentDetail } from '../preload/contract/consent-shapes';
import type { Failure } from '../preload/contract/failure';
import type { Operations } from '../preload/contract/ipc-contract';
import { fail, ok } from '../preload/contract/result';
import type { Result } from '../preload/contract/result';
import { movedAsideNotices } from './composition';
import type { Services } from './composition';
import { credentialOperations } from './credential-handlers';
import type { CredentialFiles } from './credential-handlers';
import { rememberWarning } from './credentials/ending-notices';
import type { ConnectionRecord } from './connections/connection-record';
import { viewDetail, viewSummary } from './connections/consent-view';
import type { ProviderClient } from './connections/provider-clients';
import { readConnection } from './connections/read-connection';
import { revokeConnection } from './connections/revoke-connection';
import { providerOperations } from './provider-operations';
import type { TextFiles } from './provider-operations';
import { viewProvider } from './providers/provider-detail';
import type { JsonFile } from './store/json-file';
import { wireOperations } from './wire/wire-operations';
import type { WireFiles } from './wire/wire-operations';

/** What the operations need beside the services. */
export interface HandlerContext {
  readonly services: Services;
  readonly appVersion: string;
  readonly preferences: JsonFile<Preferences>;
  readonly onPreferences: (preferences: Preferences) => void;
  readonly copyText: (text: string) => void;
  readonly files: WireFiles;
  readonly textFiles: TextFiles;
  readonly keyFiles: CredentialFiles;
  readonly changed: (topic: 'consents' | 'secrets' | 'providers' | 'credentials') => void;
}

/** Binds each operation of the contract to its use case. */
export function createHandlers(context: HandlerContext): Operations {
  return {
    ...appOperations(context),
    ...secretsOperations(context),
    ...providerOperations(context),
    ...flowOperations(context),
    ...consentOperations(context),
    ...wireOperations({ ...context, recorder: context.services.wire, nowMs: context.services.nowMs }),
    ...credentialOperations(context),
  };
}

type Part<Names extends keyof Operations> = Pick<Operations, Names>;

function appOperations(
  context: HandlerContext,
): Part<'getStartState' | 'setPreferences' | 'dismissNotice' | 'copyText'> {
  const { services, preferences } = context;
  const { vault, connections } = services;
  let notices = [...services.notices, ...movedAsideNotices([preferences.movedAside])];
  return {
    getStartState: async () =>
      ok({
        appVersion: context.appVersion,
        preferences: preferences.get(),
        secrets: vault.state(),
        notices,
        consentCount: connections.list().length,
      }),
    setPreferences: async (chosen) => {
      const saved = await preferences.update(() => chosen);
      if (saved.ok) context.onPreferences(saved.value);
      return saved;
    },
    dismissNotice: async ({ noticeId }) => {
      notices = notices.filter((notice) => notice.noticeId !== noticeId);
      if (vault.state().kind === 'lost') vault.acknowledgeLoss();
      await rememberWarning(services.credentialEdges, noticeId);
      return ok({});
    },
    copyText: async ({ text }) => {
      context.copyText(text);
      return ok({});
    },
  };
}

function secretsOperations({
  services: { vault },
  changed,
}: HandlerContext): Part<'setPassphrase' | 'unlockVault' | 'startVaultAfresh'> {
  const stateAfter = (done: Result<null, Failure>) => {
    if (!done.ok) return done;
    changed('secrets');
    changed('consents'); // whether access to them is held goes with the vault
    return ok(vault.state());
  };
  return {
    setPassphrase: async ({ passphrase }) => stateAfter(await vault.setPassphrase(passphrase)),
    unlockVault: async ({ passphrase }) => stateAfter(await vault.unlock(passphrase)),
    startVaultAfresh: async () => stateAfter(await vault.startAfresh()),
  };
}

function flowOperations({
  services,
  changed,
}: HandlerContext): Part<
  'openSandbox' | 'openBankSite' | 'startFlow' | 'getFlow' | 'cancelFlow' | 'reopenBankPage' | 'pasteCallback'
> {
  const { flows, profiles } = services;
  return {
    openSandbox: async () => {
      const profile = await services.openSandbox();
      changed('credentials'); // it may have made one
      return profile.ok ? ok(viewProvider(profile.value)) : profile;
    },
    openBankSite: async ({ providerId }) => {
      const opened = await services.openBankSite(providerId);
      return opened.ok ? ok({}) : opened;
    },
    startFlow: async ({ providerId, purpose, authorizationDetails }) => {
      const profile = profiles.get(providerId);
      if (profile === null) return fail({ kind: 'provider-unknown' });
      if (profile.clientId === '') return fail({ kind: 'not-registered', providerName: profile.name });
      return ok(flows.start(profile, { purpose, authorizationDetails }));
    },
    getFlow: async ({ flowId }) => flows.get(flowId),
    cancelFlow: async ({ flowId }) => flows.cancel(flowId),
    reopenBankPage: async ({ flowId }) => {
      const opened = await flows.reopen(flowId);
      return opened.ok ? ok({}) : opened;
    },
    pasteCallback: async ({ flowId, address }) => {
      const taken = await flows.paste(flowId, address);
      return taken.ok ? ok({}) : taken;
    },
  };
}

function consentOperations(
  context: HandlerContext,
): Part<'listConsents' | 'getConsent' | 'readConsentAgain' | 'revokeConsent' | 'forgetConsent'> {
  const { services, changed } = context;
  const { connections, vault, nowMs } = services;
  return {
    listConsents: async () => ok(connections.list().map((connection) => viewSummary(connection, nowMs()))),
    getConsent: async ({ connectionId }) => {
      const connection = connections.get(connectionId);
      return connection === null ? fail({ kind: 'consent-unknown' }) : ok(view(services, connection));
    },
    readConsentAgain: ({ connectionId }) =>
      withClient(context, connectionId, async (client) => {
        const read = await readConnection({ ...services, tokens: vault.tokens }, client, connectionId);
        return read.ok ? ok(view(services, read.value)) : read;
      }),
    revokeConsent: ({ connectionId }) =>
      withClient(context, connectionId, async (client) => {
        const revoked = await revokeConnection({ ...services, tokens: vault.tokens }, client, connectionId);
        if (!revoked.ok) return revoked;
        const { confirmedByProvider, connection } = revoked.value;
        return ok({ confirmedByProvider, detail: view(services, connection) });
      }),
    forgetConsent: async ({ connectionId }) => {
      const forgotten = await forgetConsent(services, connectionId);
      if (forgotten.ok) changed('consents');
      return forgotten.ok ? ok({}) : forgotten;
    },
  };
}

async function withClient<Value>(
  { services, changed }: HandlerContext,
  connectionId: string,
  use: (client: ProviderClient) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const connection = services.connections.get(connectionId);
  if (connection === null) return fail({ kind: 'consent-unknown' });
  if (!holdsAccess(services, connectionId)) return fail({ kind: 'access-not-held' });
  const { providerId } = connection;
  const used = await services.wire.during({ connectionId, providerId }, async () => {
    const client = await services.reach(providerId);
    return client.ok ? use(client.value) : client;
  });
  changed('consents');
  return used;
}

async function forgetConsent(services: Services, connectionId: string): Promise<Result<null, Failure>> {
  const { connections, vault, nowMs } = services;
  const connection = connections.get(connectionId);
  if (connection === null) return fail({ kind: 'consent-unknown' });
  const isActive = viewSummary(connection, nowMs()).status === 'ACTIVE';
  // A consent that can still be stopped is stopped first; forgetting it would leave the bank sharing.
  if (isActive && holdsAccess(services, connectionId))
    return fail({ kind: 'bad-request', field: 'connectionId' });
  const tokensGone = await vault.tokens.delete(connectionId);
  return tokensGone.ok ? connections.delete(connectionId) : tokensGone;
}

function holdsAccess({ vault }: Services, connectionId: string): boolean {
  const tokens = vault.tokens.get(connectionId);
  return tokens.ok && tokens.value !== null;
}

function view(services: Services, connection: ConnectionRecord): ConsentDetail {
  const profile = services.profiles.get(connection.providerId);
  return viewDetail(connection, {
    providerHost: profile === null ? '' : new URL(profile.issuer).host,
    holdsAccess: holdsAccess(services, connection.connectionId),
    nowMs: services.nowMs(),
  });
}
