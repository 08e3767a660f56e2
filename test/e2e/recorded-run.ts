import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openVault } from '../../main/vault/vault';
import type { Secret, TappedExchange } from '../helpers/provider-secrets';
import { searchFor, secretsOfKey } from '../helpers/secret-search';
import { NO_KEYCHAIN } from '../main/vault/fake-keychain';
import { type Countersign, test as base } from './countersign';

/** A place that a secret could get to, and all that is there. */
type Places = ReadonlyMap<string, Uint8Array>;

/** One entry of `recording-app.cjs`. */
interface Passed {
  readonly channel: string;
  readonly way: 'input' | 'reply' | 'notice' | 'shown';
  readonly value: unknown;
}

/** A run of the app of which everything that leaves main is written down. */
export class RecordedRun {
  readonly countersign: Countersign;
  /** Where the person saves files. */
  readonly exports: string;
  readonly #folder: string;
  #output = '';

  constructor(countersign: Countersign, folder: string) {
    this.countersign = countersign;
    this.#folder = folder;
    this.exports = join(folder, 'exports');
  }

  async start(): Promise<void> {
    await mkdir(this.exports);
    await this.countersign.start({
      env: {
        TEST_IPC_RECORD: this.#file('ipc.jsonl'),
        TEST_PROVIDER_RECORD: this.#file('bank.jsonl'),
        TEST_EXPORTS: this.exports,
      },
      preloads: [join(import.meta.dirname, 'recording-app.cjs')],
    });
    const { stdout, stderr } = this.countersign.app.process();
    for (const stream of [stdout, stderr])
      stream?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
  }

  /** What the sandbox bank heard and said. */
  async heardBySandbox(): Promise<readonly TappedExchange[]> {
    return linesOf<TappedExchange>(await readFile(this.#file('bank.jsonl'), 'utf8'));
  }

  /** Lets providers of this test's own process write down what they hear and say. */
  async tapThisProcess(): Promise<void> {
    process.env['TEST_PROVIDER_RECORD'] = this.#file('here.jsonl');
    await import('./provider-tap.cjs');
  }

  /** What those heard and said. */
  async heardHere(): Promise<readonly TappedExchange[]> {
    return linesOf<TappedExchange>(await readFile(this.#file('here.jsonl'), 'utf8'));
  }

  /** The private keys that the app holds, read from its vault by one who knows the passphrase. */
  async keysHeld(passphrase: string): Promise<readonly Secret[]> {
    const folder = this.#file('vault');
    await cp(join(this.countersign.profileFolder, 'countersign', 'vault'), folder, { recursive: true });
    const vault = await openVault({ folder, keychain: NO_KEYCHAIN, nowMs: () => Date.now() });
    const opened = await vault.unlock(passphrase);
    const credentials = vault.credentials.list();
    if (!opened.ok || !credentials.ok) throw new Error('the vault did not open');
    await rm(folder, { recursive: true });
    return credentials.value.flatMap(({ privateKeyPem }) => secretsOfKey(privateKeyPem));
  }

  /** Where the secrets are found now, each as `place: secret`. */
  async whereabouts(secrets: readonly Secret[]): Promise<readonly string[]> {
    const find = searchFor(secrets);
    const places = await this.#places();
    return [...places].flatMap(([place, bytes]) => find(bytes).map((name) => `${place}: ${name}`)).sort();
  }

  async #places(): Promise<Places> {
    const { app, window, profileFolder } = this.countersign;
    const heap = this.#file('window.heapsnapshot');
    await app.evaluate(async ({ BrowserWindow }, path) => {
      const [main] = BrowserWindow.getAllWindows().filter((one) =>
        one.webContents.getURL().includes('index.html'),
      );
      await main?.webContents.takeHeapSnapshot(path);
    }, heap);
    return new Map<string, Uint8Array>([
      ['heap of the window', await readFile(heap)],
      ['page of the window', Buffer.from(await window.content())],
      ['clipboard', Buffer.from(await app.evaluate(async ({ clipboard }) => clipboard.readText()))],
      ['output of the app', Buffer.from(this.#output)],
      ...(await this.#passed()),
      ...(await filesIn(profileFolder, 'file')),
      ...(await filesIn(this.exports, 'export')),
    ]);
  }

  async #passed(): Promise<ReadonlyArray<readonly [string, Buffer]>> {
    const entries = linesOf<Passed>(await readFile(this.#file('ipc.jsonl'), 'utf8'));
    const byWay = new Map<string, string>();
    for (const { channel, way, value } of entries) {
      const place = `${channel} ${way}`;
      byWay.set(place, `${byWay.get(place) ?? ''}${JSON.stringify(value)}\n`);
    }
    return [...byWay].map(([place, text]) => [place, Buffer.from(text)]);
  }

  #file(name: string): string {
    return join(this.#folder, name);
  }
}

/** A test with a recorded run that has been started. */
export const test = base.extend<{ run: RecordedRun }>({
  run: async ({ unstarted }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'countersign-record-'));
    const run = new RecordedRun(unstarted, folder);
    await run.start();
    await use(run);
    await unstarted.quit();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

async function filesIn(folder: string, kind: string): Promise<ReadonlyArray<readonly [string, Buffer]>> {
  const files: Array<readonly [string, Buffer]> = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const facts = await stat(join(folder, name)).catch(() => null); // a link to nowhere is how Chromium locks
    if (facts?.isFile() === true) files.push([`${kind} ${name}`, await readFile(join(folder, name))]);
  }
  return files;
}

function linesOf<Entry>(text: string): readonly Entry[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Entry);
}
