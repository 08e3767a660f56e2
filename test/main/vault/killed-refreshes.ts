import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';

import { openVault } from '../../../main/vault/vault';
import { buildChild } from './build-child';
import { fakeKeychain } from './fake-keychain';

/** Two connections side by side, for two cores: each is killed half of the times. */
const CHAINS = 2;

/** Later than this line of one life no kill comes: about six refreshes with all their steps. */
const LAST_LINE = 70;

/** Random enough to come between any two steps, and the same at every run. @see Park and Miller, 1988 */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647);
}

/**
 * A provider that rotates: each refresh gives a new token. The one before is honoured until the new one, or the
 * access token that came with it, is used: a client that was cut off may ask once more (RFC 9700 section 4.14.2).
 */
class RotatingProvider {
  #count = 0;
  #honoured: readonly string[] = [];
  readonly refused: string[] = [];

  /** What it would take now. */
  get honoured(): readonly string[] {
    return this.#honoured;
  }

  /** Answers one line of the client; null when it asks nothing. */
  answer(line: string): string | null {
    const [word, given = ''] = line.split(' ');
    if (word === 'connect') return this.#issue([]);
    if (word === 'use') {
      this.#honoured = this.#honoured.filter((token) => `access-of-${token}` === given);
      return 'taken';
    }
    if (word !== 'refresh') return null;
    if (!this.#honoured.includes(given)) this.refused.push(given);
    return this.#issue([given]);
  }

  #issue(before: readonly string[]): string {
    this.#count += 1;
    const token = `refresh-${this.#count}`;
    this.#honoured = [...before, token];
    return token;
  }
}

interface Life {
  readonly program: string;
  readonly folder: string;
  readonly provider: RotatingProvider;
  /** How many lines it may say. */
  readonly fatalLine: number;
}

/** Runs the client until it has said so many lines, then kills it as a power cut would. */
async function refreshUntilKilled({ program, folder, provider, fatalLine }: Life): Promise<void> {
  const client = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  client.stdin.on('error', () => undefined); // an answer to a client that is dead by then
  const closed = new Promise<string | null>((resolve) =>
    client.once('close', (_code, signal) => resolve(signal)),
  );
  let lines = 0;
  for await (const line of createInterface({ input: client.stdout })) {
    lines += 1;
    expect(line).not.toMatch(/^failed/);
    if (lines === fatalLine) client.kill('SIGKILL');
    const answer = provider.answer(line);
    if (answer !== null) client.stdin.write(`${answer}\n`);
  }
  expect(await closed).toBe('SIGKILL');
}

async function tokenFound(folder: string): Promise<string | null> {
  const vault = await openVault({ folder, keychain: fakeKeychain(), nowMs: () => 0 });
  expect(vault.notices()).toEqual([]);
  expect(vault.state().kind).toBe('keychain');
  const tokens = vault.tokens.get('connection-1');
  if (!tokens.ok) throw new Error(tokens.error.kind);
  return tokens.value?.refreshToken ?? null;
}

/**
 * Kills a client that refreshes, over and over, and looks after each kill whether it lost its access. What it finds
 * wrong is an expectation that fails.
 *
 * @returns after how many kills it held a token; before the first one is on disk there is none to lose
 */
export async function killWhileRefreshing(kills: number): Promise<number> {
  const root = await mkdtemp(join(tmpdir(), 'refresh-kill-'));
  try {
    const program = await buildChild('refreshing-child', root);
    const chains = Array.from({ length: CHAINS }, (_, chain) =>
      killOver({ program, folder: join(root, `chain-${chain}`), seed: 4711 + chain, kills: kills / CHAINS }),
    );
    return (await Promise.all(chains)).reduce((sum, count) => sum + count, 0);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

interface Chain {
  readonly program: string;
  readonly folder: string;
  readonly seed: number;
  readonly kills: number;
}

async function killOver({ program, folder, seed, kills }: Chain): Promise<number> {
  const provider = new RotatingProvider();
  const random = randomNumbers(seed);
  let survived = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    await refreshUntilKilled({ program, folder, provider, fatalLine: 1 + (random() % LAST_LINE) });

    const found = await tokenFound(folder);
    const where = `kill ${kill} of ${folder}`;
    // Before the first token is on disk there is nothing to lose: the consent itself was cut off.
    if (found === null) expect(survived, where).toBe(0);
    else expect(provider.honoured, where).toContain(found);
    if (found !== null) survived += 1;
    expect((await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }
  expect(provider.refused).toEqual([]);
  return survived;
}
