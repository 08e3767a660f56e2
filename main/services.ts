import type { Failure } from '../preload/contract/failure';
import type { Result } from '../preload/contract/result';
import type { ProviderClient, ProviderClients } from './connections/provider-clients';
import type { KeyImport } from './credentials/key-import';
import type { Flows } from './flows/flows';
import type { ReportUnexpected } from './ipc/answer';
import type { DeepLinks } from './links/deep-links';
import type { DataProcess } from './ports/data-process';
import type { OpenHttp, RetryClock } from './ports/provider-http';
import type { ProxySource } from './ports/proxy';
import type { OnResume } from './ports/resume';
import type { UserAgent } from './ports/user-agent';
import type { ProviderProfile } from './records/provider-profile';
import type { Stores, StoresPlatform } from './stores';
import type { DataStore } from './sync/data-store';
import type { Syncs } from './sync/syncs';
import type { ExchangeRecorder } from './wire/exchange-recorder';

/** What only Electron can give. */
export interface Platform extends StoresPlatform {
  /** Starts the sandbox bank's process, unless it runs, and gives its first message. */
  readonly startBank: () => Promise<Result<unknown, Failure>>;
  /** The process that keeps the transactions. */
  readonly data: DataProcess;
  readonly userAgent: UserAgent;
  /** Where links from outside arrive. */
  readonly links: Pick<DeepLinks, 'listen'>;
  /** Makes links lead to this app where that is ours to do, and says whether they do. */
  readonly claimLinks: () => boolean;
  readonly reportUnexpected: ReportUnexpected;
  /** Hears of each resume of the machine; it is never suspended unless given. */
  readonly onResume?: OnResume;
  /** Which proxy leads to providers; none unless given. */
  readonly proxies?: ProxySource;
  /** Whether transactions are read as soon as a consent is given; they are unless a test says otherwise. */
  readonly readsAtOnce?: boolean;
  /** Milliseconds for the browser step; {@link BROWSER_WAIT_MS} unless a test says otherwise. */
  readonly browserWaitMs?: number;
  /** How repeated requests wait; the machine's own way unless a test says otherwise. */
  readonly retryClock?: RetryClock;
}

/** Everything that the operations of the window are made of. */
export interface Services extends Stores {
  readonly clients: ProviderClients;
  /** Opens connections that belong to no provider of the list yet; whoever opens them closes them. */
  readonly openHttp: OpenHttp;
  readonly flows: Flows;
  /** The database of transactions. */
  readonly money: DataStore;
  /** The readings of transactions. */
  readonly syncs: Syncs;
  /** What went over the wire in this session. */
  readonly wire: ExchangeRecorder;
  readonly keyImport: KeyImport;
  readonly openSandbox: () => Promise<Result<ProviderProfile, Failure>>;
  /** Shows the person the provider's own page. */
  readonly openBankSite: (providerId: string) => Promise<Result<null, Failure>>;
  /** Gets a provider ready to be talked to. */
  readonly reach: (providerId: string) => Promise<Result<ProviderClient, Failure>>;
  readonly newId: () => string;
  /** Ends what is under way and closes all connections. */
  readonly close: () => Promise<void>;
}
