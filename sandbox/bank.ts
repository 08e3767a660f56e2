import { join } from 'node:path';

import { type Addresses, addressesOf } from './addresses';
import { createAuthorizationServer } from './authorization-server/authorization-server';
import { sha256OfCertificate } from './certificates';
import { type Clock, systemClock } from './clock';
import { BANK_NAME } from './consents/consent-grant';
import { Consents } from './consents/consents';
import { type Identity, keepIdentity, takeUpIdentity } from './identity';
import { type Listener, openListener } from './listeners';
import { showAuthorizationError } from './pages/bank-pages';
import { Records, recordsFile } from './records';
import { answerClients, answerPages } from './router';
import { readStateFile } from './state-file';

/** What an app is told about the bank. All else it discovers. */
export interface SandboxDescriptor {
  readonly name: string;
  readonly issuer: string;
  readonly fdxBaseUrl: string;
  readonly registrationEndpoint: string;
  /** The page on which customers see what they share, and stop it. */
  readonly siteUrl: string;
  /** The server's certificate, and the only one to trust for it. */
  readonly caPem: string;
  /** SHA-256 of its DER, lower-case hex. */
  readonly certificateSha256: string;
}

export interface SandboxOptions {
  /** Where the bank keeps what survives a restart; null keeps all in memory. */
  readonly stateDir?: string | null;
  /** Port of the pages; without it the one of the last start, or any. */
  readonly port?: number | null;
  /** Port for calls with a client certificate; likewise. */
  readonly mtlsPort?: number | null;
  /** How long a `request_uri` may be used: 1 to 60. */
  readonly requestUriSeconds?: number;
  /** Whether it takes signed request objects only. @see RFC 9101 section 10.5 */
  readonly requiresSignedRequests?: boolean;
  readonly clock?: Clock;
  /** Takes plain sentences for the person who started the bank. */
  readonly say?: (sentence: string) => void;
  /** Takes lines for the log: what was refused and why, never a secret. */
  readonly log?: (line: string) => void;
}

export interface RunningSandbox {
  readonly descriptor: SandboxDescriptor;
  close(): Promise<void>;
}

/** Starts the pretend bank: a complete FDX provider on this machine. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const settings = withDefaults(options);
  const { stateDir, clock, say } = settings;
  const found = await takeUpIdentity({ stateDir, nowMs: clock.nowMs(), say });
  const records = await takeUpRecords(settings);
  const pages = await openListener({
    identity: found,
    port: settings.port ?? found.pagesPort,
    isOurs: settings.port === null,
    clientCertificate: 'none',
  });
  try {
    const clients = await openListener({
      identity: found,
      port: settings.mtlsPort ?? found.mtlsPort,
      isOurs: settings.mtlsPort === null,
      clientCertificate: 'request',
    });
    const identity = { ...found, pagesPort: pages.port, mtlsPort: clients.port };
    await keepIdentity(stateDir, identity);
    return openBank({ settings, identity, records, pages, clients });
  } catch (cause) {
    await pages.close();
    throw cause;
  }
}

type Settings = Required<SandboxOptions>;

function withDefaults(options: SandboxOptions): Settings {
  return {
    stateDir: null,
    port: null,
    mtlsPort: null,
    requestUriSeconds: 60,
    requiresSignedRequests: false,
    clock: systemClock,
    say: () => undefined,
    log: () => undefined,
    ...options,
  };
}

interface Opening {
  readonly settings: Settings;
  readonly identity: Identity;
  readonly records: Records;
  readonly pages: Listener;
  readonly clients: Listener;
}

function openBank({ settings, identity, records, pages, clients }: Opening): RunningSandbox {
  const { clock, requestUriSeconds, requiresSignedRequests, log } = settings;
  const addresses = addressesOf(pages.port, clients.port);
  const consents = new Consents(records, clock);
  const renderError = showAuthorizationError;
  const shared = { identity, addresses, records, consents, clock, log };
  const provider = createAuthorizationServer({
    ...shared,
    requestUriSeconds,
    requiresSignedRequests,
    renderError,
  });
  const front = { ...shared, ...addresses, provider, authorize: provider.callback() };
  pages.answerWith(answerPages(front));
  clients.answerWith(answerClients(front));
  return {
    descriptor: describe(identity, addresses),
    close: async () => {
      await Promise.all([pages.close(), clients.close()]);
      await records.flush();
    },
  };
}

async function takeUpRecords({ stateDir, clock, say }: Settings): Promise<Records> {
  if (stateDir === null) return new Records({ clock, path: null, initial: null });
  const path = join(stateDir, 'records.json');
  const found = await readStateFile(path, recordsFile, clock.nowMs());
  if (found.kind === 'moved-aside') {
    say(
      `The bank's records could not be read (${found.why}). They were moved to ${found.to}; the bank starts empty.`,
    );
  }
  return new Records({ clock, path, initial: found.kind === 'read' ? found.state : null });
}

function describe(
  { certificatePem }: Identity,
  { issuer, fdxBaseUrl, registrationEndpoint, siteUrl }: Addresses,
): SandboxDescriptor {
  return {
    name: BANK_NAME,
    issuer,
    fdxBaseUrl,
    registrationEndpoint,
    siteUrl,
    caPem: certificatePem,
    certificateSha256: sha256OfCertificate(certificatePem),
  };
}
