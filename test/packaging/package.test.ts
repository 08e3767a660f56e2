import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from '@playwright/test';
import { beforeAll, describe, expect, it } from 'vitest';

import { PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';
import { takeFirstConsent } from '../../scripts/demo/first-consent.mjs';
import { launchApp } from '../../scripts/demo/launch-app.mjs';
import { statedFuses, yamlName } from '../../scripts/package/fuses.mjs';
import { withDisplay } from '../../scripts/process/display.mjs';
import { FALLBACK } from '../../scripts/setup/fallback-runtime.mjs';
import { readContacts } from './net-log';
import { packBoth, startPackaged } from './packaged-app';

let packed: Awaited<ReturnType<typeof packBoth>>;
beforeAll(async () => {
  packed = await packBoth();
});

type FuseName = keyof typeof FuseV1Options;
const FUSE_NAMES = Object.values(FuseV1Options).filter(
  (value): value is FuseName => typeof value === 'string',
);

/** What the binary itself says, by the names in electron-builder.yml. */
async function fusesOf(executable: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(executable);
  const inWire = FUSE_NAMES.filter((name) => FuseV1Options[name] in wire);
  return Object.fromEntries(
    inWire.map((name) => [yamlName(name), wire[FuseV1Options[name]] === FuseState.ENABLE]),
  );
}

/** The keys of the entry that lies beside the executable. */
function readDesktopEntry(executable: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(dirname(executable), 'countersign.desktop'), 'utf8');
  return new Map([...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]));
}

describe('the fuses of the package', () => {
  it('are all stated: one that Electron adds is decided here before it ships', () => {
    expect(Object.keys(statedFuses()).toSorted()).toEqual(FUSE_NAMES.map(yamlName).toSorted());
  });

  it('are in the binary as they are stated', async () => {
    const fuses = await fusesOf(packed.hardened);
    expect(Object.keys(fuses).length).toBeGreaterThanOrEqual(8);
    expect(statedFuses()).toMatchObject(fuses);
  });

  it('differ from those of the twin in the inspector alone', async () => {
    const hardened = await fusesOf(packed.hardened);
    expect(await fusesOf(packed.twin)).toEqual({ ...hardened, enableNodeCliInspectArguments: true });
  });
});

/** What is not bundled has a native part. */
const IN_PACKAGE =
  /^\/(?:dist|package\.json|node_modules(?:$|\/(?:libsql|@libsql|@neon-rs|detect-libc|better-sqlite3-multiple-ciphers)))(?:\/|$)/;

describe('the contents of the package', () => {
  it('are what was built and the two database drivers, without source maps and other packages', () => {
    const files = listPackage(join(dirname(packed.hardened), 'resources', 'app.asar'), { isPack: false });
    expect(files).toContain('/dist/main/index.js');
    expect(files.filter((file) => !IN_PACKAGE.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  });

  it('name the Electron that is really inside, and call only the official one a release', () => {
    const resources = join(dirname(packed.hardened), 'resources');
    expect(JSON.parse(readFileSync(join(resources, 'build-info.json'), 'utf8'))).toMatchObject({
      electron: packed.electronVersion,
      release: packed.electronVersion !== FALLBACK.electronVersion,
    });
  });

  it('hold no start page of Electron', () => {
    expect(existsSync(join(dirname(packed.hardened), 'resources', 'default_app.asar'))).toBe(false);
  });
});

describe('the desktop entry of the package', () => {
  it('hands links of our scheme, and no file, to the executable (RFC 8252 section 7.1)', () => {
    const entry = readDesktopEntry(packed.hardened);

    expect(entry.get('MimeType')).toBe(`x-scheme-handler/${PRIVATE_USE_SCHEME};`);
    expect(entry.get('Exec')).toBe('/opt/Countersign/countersign %U');
  });
});

describe('the hardened package', () => {
  it('[S18][S77] is opened once: a link reaches it by a second start, which ends', async () => {
    await withDisplay(async (env) => {
      const run = startPackaged({ executable: packed.hardened, args: ['--remote-debugging-port=0'], env });
      try {
        await run.outputWith(/DevTools listening on/);
        const link = `${PRIVATE_USE_SCHEME}:/callback?code=c&state=s`;
        const [, ...args] = (readDesktopEntry(packed.hardened).get('Exec') ?? '').split(' ');

        const code = await run.startAgain(args.map((arg) => (arg === '%U' ? link : arg)));

        expect(code).toBe(0);
        expect(run.isRunning()).toBe(true);
      } finally {
        await run.stop();
      }
    });
  });

  it('opens its window, whatever ELECTRON_RUN_AS_NODE and --inspect say', async () => {
    await withDisplay(async (env) => {
      const run = startPackaged({
        executable: packed.hardened,
        args: ['--inspect=0', '--remote-debugging-port=0'],
        env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
      });
      try {
        const [, address = ''] = await run.outputWith(/DevTools listening on (ws:\S+)/);
        const browser = await chromium.connectOverCDP(address);
        const context = browser.contexts()[0];
        const window = context?.pages()[0] ?? (await context?.waitForEvent('page'));
        await window?.getByRole('button', { name: 'Try the sandbox bank' }).waitFor();
        await browser.close();
        expect(run.output()).not.toContain('Debugger listening');
      } finally {
        await run.stop();
      }
    });
  });
});

describe('the twin that takes --inspect', () => {
  it('goes through the first consent, and its Chromium talks to this computer alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'countersign-twin-'));
    const netLog = join(folder, 'net-log.json');
    try {
      const consent = await withDisplay(async (env) => {
        const switches = [`--log-net-log=${netLog}`];
        const profileFolder = join(folder, 'profile');
        const app = await launchApp({ profileFolder, env, switches, executablePath: packed.twin });
        try {
          return await takeFirstConsent(app, { tell: () => {}, picture: async () => {} });
        } finally {
          await app.close();
        }
      });
      expect(consent).toMatchObject({ status: 'ACTIVE', consentId: expect.stringMatching(/./) });
      expect(consent.accounts).toBeGreaterThan(0);
      expect(consent.transactions).toBeGreaterThan(0); // read by the packaged database driver
      const contacts = readContacts(readFileSync(netLog, 'utf8'));
      expect(contacts.loopback).not.toEqual([]); // the bank's pages: so the log does log
      expect(contacts.beyond).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
