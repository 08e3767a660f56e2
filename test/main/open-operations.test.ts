import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createDeepLinks } from '../../main/links/deep-links';
import { openOperations } from '../../main/open-operations';
import { ok } from '../../preload/contract/result';
import { inProcessData } from '../helpers/data-process';
import { fakeKeychain } from './vault/fake-keychain';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
});

afterEach(() => rm(folder, { recursive: true }));

const PREFERENCES = { theme: 'dark', depth: 'plain', proxy: 'system' } as const;
const PLACE = { bounds: { x: 1, y: 2, width: 900, height: 640 }, isMaximized: false, displayId: 1 };

/** The app without Electron; `loaded` counts how often what only a click needs was loaded. */
async function open() {
  const world = { loaded: 0, themes: [] as string[] };
  const waiting: Array<() => void> = [];
  const operations = await openOperations(
    {
      dataFolder: folder,
      preferencesPath: join(folder, 'preferences.json'),
      windowPath: join(folder, 'window.json'),
      appVersion: '0.1.0',
      keychain: fakeKeychain(),
      data: inProcessData(),
      startBank: () => Promise.resolve(ok({})),
      links: createDeepLinks(),
      claimLinks: () => true,
      resolveProxy: () => Promise.resolve('DIRECT'),
      environment: {},
      onComeback: () => () => undefined,
      changed: () => undefined,
      reportUnexpected: (cause) => {
        throw cause;
      },
      clipboard: { write: () => undefined, read: () => Promise.resolve('') },
      onPreferences: ({ theme }) => world.themes.push(theme),
      lateEdges: () => {
        world.loaded += 1;
        return Promise.resolve({} as never); // nothing below asks anything of them
      },
    },
    (work) => {
      waiting.push(work);
      return () => void waiting.splice(0);
    },
  );
  return { ...operations, world, waiting };
}

describe('the window’s first question', () => {
  it('is answered from what is kept on disk, before anything is composed that only a click needs', async () => {
    const { answer, close, world } = await open();

    expect(await answer('getStartState', {})).toMatchObject({ ok: true, value: { consentCount: 0 } });
    expect(await answer('setPreferences', PREFERENCES)).toMatchObject({ ok: true });
    expect(world).toEqual({ loaded: 0, themes: ['system', 'dark'] });
    await close();
    expect(world.loaded).toBe(0);
  });

  it('and the rest is composed after the picture without being asked', async () => {
    const { answer, close, world, waiting } = await open();
    await answer('getStartState', {});

    waiting[0]?.();
    await close();

    expect(world.loaded).toBe(1);
  });

  it('and the rest is composed once, however many questions come at a time', async () => {
    const { answer, close, world } = await open();

    const replies = await Promise.all([
      answer('listConsents', {}),
      answer('listProviders', {}),
      answer('listCredentials', {}),
    ]);

    expect(replies).toEqual([ok([]), ok([]), ok([])]);
    expect(world.loaded).toBe(1);
    await close();
  });
});

describe('the end of the app', () => {
  it('saves the place of the window, also when nothing but that has happened', async () => {
    const { moved, close } = await open();
    moved(PLACE);
    await close();

    expect(await readdir(folder)).toContain('window.json');
  });
});
