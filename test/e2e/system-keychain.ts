import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { Surroundings } from './countersign';

/** Where there is no keychain at all, whatever this computer has. */
export const NO_KEYCHAIN = surroundings({ TEST_PASSWORD_STORE: 'basic' });

const PROGRAMS = ['dbus-run-session', 'gnome-keyring-daemon'] as const;

/** Why no real keychain can be had here, or null when one can. */
export function whyNoKeychain(): string | null {
  if (process.platform !== 'linux') return 'only on Linux can a test bring a keychain of its own';
  const missing = PROGRAMS.filter((program) => spawnSync('which', [program]).status !== 0);
  if (missing.length > 0) return `these programs are not installed: ${missing.join(', ')}`;
  const libraries = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '';
  return libraries.includes('libsecret-1.so.0') ? null : 'libsecret is not installed';
}

/** A keyring that is unlocked, on a bus of its own. */
export interface SystemKeychain {
  readonly surroundings: Surroundings;
  readonly close: () => Promise<void>;
}

// The keyring leaves with the bus, and the bus when `cat` has read to the end.
const SESSION = `printf 'a test\\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1
echo "$DBUS_SESSION_BUS_ADDRESS"
exec cat`;

/** Starts a bus and a keyring for one test; neither touches those of the person at this computer. */
export async function startKeychain(): Promise<SystemKeychain> {
  const home = await mkdtemp(join(tmpdir(), 'keychain-'));
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home };
  const session = spawn('dbus-run-session', ['--', 'sh', '-c', SESSION], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const closed = new Promise<void>((resolve) => session.once('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: session.stdout }).once('line', resolve);
    session.once('error', reject);
    session.once('close', () => reject(new Error('the keychain’s session ended before it began')));
  });
  return {
    surroundings: surroundings({
      DBUS_SESSION_BUS_ADDRESS: address,
      TEST_PASSWORD_STORE: 'gnome-libsecret',
    }),
    close: async () => {
      session.stdin.end();
      await closed;
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function surroundings(env: Readonly<Record<string, string>>): Surroundings {
  return { env, preloads: [join(import.meta.dirname, 'keychain-switch.cjs')] };
}
