import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openVault } from '../../../main/vault/vault';
import { buildChild } from './build-child';
import { fakeKeychain } from './fake-keychain';

const ROUNDS = 20;

let root: string;
let program: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'vault-kill-'));
  program = await buildChild('saving-child', root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Child {
  readonly folder: string;
  readonly firstNumber: number;
  /** The child kills itself before this step of the disk; 0: the parent kills it. */
  readonly fatalStep: number;
  /** The parent kills it when it has read this many lines. */
  readonly fatalLine: number;
}

/** @returns what the child had said by the time it was dead */
async function saveUntilKilled(child: Child): Promise<readonly string[]> {
  const given = [program, child.folder, String(child.firstNumber), String(child.fatalStep)];
  const running = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = new Promise<string | null>((resolve) =>
    running.on('close', (_code, signal) => resolve(signal)),
  );
  const lines: string[] = [];
  for await (const line of createInterface({ input: running.stdout })) {
    lines.push(line);
    if (lines.length === child.fatalLine) running.kill('SIGKILL');
  }
  expect(await closed).toBe('SIGKILL');
  return lines;
}

function lastNumber(lines: readonly string[], word: 'saving' | 'saved'): number | null {
  const said = lines.findLast((line) => line.startsWith(`${word} `));
  return said === undefined ? null : Number(said.slice(word.length + 1));
}

/** The number of the refresh token that the next start finds, or null when it finds none. */
async function numberFound(folder: string): Promise<number | null> {
  const vault = await openVault({ folder, keychain: fakeKeychain(), nowMs: () => 0 });
  expect(vault.notices()).toEqual([]);
  expect(vault.state().kind).toBe('keychain');
  const tokens = vault.tokens.get('connection-1');
  if (!tokens.ok) throw new Error(tokens.error.kind);
  return tokens.value === null ? null : Number(tokens.value.refreshToken?.slice('refresh-'.length));
}

describe('a process that is killed while it saves (SECURITY row 75)', () => {
  it(`leaves the old or the new tokens, never neither, in ${ROUNDS} kills at varying moments`, async () => {
    const folder = join(root, 'varying');
    let known: number | null = null;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const firstNumber: number = (known ?? 0) + 1;
      const lines = await saveUntilKilled({
        folder,
        firstNumber,
        fatalStep: 0,
        fatalLine: 3 + ((round * 7) % 61),
      });

      const oldest: number | null = lastNumber(lines, 'saved') ?? known;
      const newest = lastNumber(lines, 'saving') ?? oldest;
      known = await numberFound(folder);

      expect([oldest, newest], `round ${round}`).toContain(known);
      expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
  });

  it('leaves the old or the new tokens when it dies before each single step of a save', async () => {
    // Twice over all steps: the first save has no earlier generation, the second has.
    const steps = await stepsOfSaves(2);
    expect(steps.filter((step) => step === 'rename').length).toBe(3);

    for (let fatalStep = 1; fatalStep <= steps.length; fatalStep += 1) {
      const folder = join(root, `step-${fatalStep}`);
      const lines = await saveUntilKilled({ folder, firstNumber: 1, fatalStep, fatalLine: 0 });

      const found = await numberFound(folder);

      const where = `before step ${fatalStep} (${steps[fatalStep - 1]})`;
      expect([lastNumber(lines, 'saved'), lastNumber(lines, 'saving')], where).toContain(found);
    }
  });
});

async function stepsOfSaves(count: number): Promise<readonly string[]> {
  const folder = join(root, 'counting');
  const lines = await saveUntilKilled({ folder, firstNumber: 1, fatalStep: 60, fatalLine: 0 });
  const before = lines.slice(0, lines.indexOf(`saved ${count}`));
  return before.filter((line) => line.startsWith('step ')).map((line) => line.split(' ')[2] ?? '');
}
