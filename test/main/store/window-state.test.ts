import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { firstPicture } from '../../../main/store/first-picture';
import type { WindowPlace } from '../../../main/store/window-place';
import { openWindowState } from '../../../main/store/window-state';

const NOW_MS = Date.UTC(2026, 4, 1);
const PLACE: WindowPlace = {
  bounds: { x: -20, y: 40, width: 900, height: 640 },
  isMaximized: false,
  displayId: 7,
};

let folder: string;
let paths: { readonly preferences: string; readonly window: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
  paths = { preferences: join(folder, 'preferences.json'), window: join(folder, 'window.json') };
});

afterEach(() => rm(folder, { recursive: true }));

/** The file, and a clock that a test turns by hand. */
async function open() {
  const waiting: Array<{ readonly work: () => void; readonly afterMs: number }> = [];
  const state = await openWindowState({
    path: paths.window,
    nowMs: NOW_MS,
    reportUnexpected: (cause) => {
      throw cause;
    },
    schedule: (work, afterMs) => {
      const one = { work, afterMs };
      waiting.push(one);
      return () => void waiting.splice(waiting.indexOf(one) >>> 0, 1);
    },
  });
  return { ...state, waiting };
}

describe('the place of the window', () => {
  it('is there before the first picture of the next start', async () => {
    const state = await open();
    state.moved(PLACE);
    await state.close();

    expect(firstPicture(paths).place).toEqual(PLACE);
  });

  it('is saved once, 500 ms after the last move', async () => {
    const state = await open();
    for (const x of [1, 2, 3]) state.moved({ ...PLACE, bounds: { ...PLACE.bounds, x } });

    expect(state.waiting.map(({ afterMs }) => afterMs)).toEqual([500]);
    state.waiting[0]?.work();
    await state.close(); // waits for what is being written

    expect(firstPicture(paths).place?.bounds.x).toBe(3);
  });

  it('is not written again where nothing has changed', async () => {
    const first = await open();
    first.moved(PLACE);
    await first.close();
    await rm(paths.window);

    first.moved({ ...PLACE });
    await first.close();

    expect(await readdir(folder)).toEqual([]);
  });

  it('is written where the window did nothing but become maximised', async () => {
    const state = await open();
    state.moved(PLACE);
    await state.close();
    state.moved({ ...PLACE, isMaximized: true });
    await state.close();

    expect(firstPicture(paths).place).toEqual({ ...PLACE, isMaximized: true });
  });

  it('that cannot be saved stops nobody from leaving', async () => {
    const state = await open();
    await mkdir(paths.window);
    await writeFile(join(paths.window, 'in the way'), '');
    state.moved(PLACE);

    await expect(state.close()).resolves.toBeUndefined();
  });

  it('that cannot be read is moved aside, with its bytes', async () => {
    await writeFile(paths.window, '{"version":1,"place":{"bounds":"wide"}}');

    const { movedAside } = await open();

    expect(movedAside).toMatchObject({ file: 'window.json' });
    expect(await readFile(join(folder, movedAside?.movedTo ?? ''), 'utf8')).toContain('wide');
  });
});

describe('the first picture needs no file that can be trusted', () => {
  const bounds = { x: 1, y: 2, width: 3, height: 4 };
  for (const { because, window } of [
    { because: 'it is no JSON', window: 'hello' },
    { because: 'it is empty', window: '' },
    { because: 'it is null', window: 'null' },
    { because: 'there is no place', window: '{"version":1,"place":null}' },
    { because: 'the bounds are text', window: JSON.stringify({ place: { bounds: 'wide', displayId: 1 } }) },
    {
      because: 'a side is missing',
      window: JSON.stringify({ place: { bounds: { ...bounds, width: undefined }, displayId: 1 } }),
    },
    {
      because: 'a side is a fraction',
      window: JSON.stringify({ place: { bounds: { ...bounds, x: 0.5 }, displayId: 1 } }),
    },
    {
      because: 'a side is past all numbers',
      window: '{"place":{"bounds":{"x":1e999,"y":2,"width":3,"height":4},"displayId":1}}',
    },
    {
      because: 'the window would have no width',
      window: JSON.stringify({ place: { bounds: { ...bounds, width: 0 }, displayId: 1 } }),
    },
    { because: 'the screen is not said', window: JSON.stringify({ place: { bounds } }) },
  ]) {
    it(`because ${because}: the window then opens as at a first start`, async () => {
      await writeFile(paths.window, window);
      await writeFile(paths.preferences, window);

      expect(firstPicture(paths)).toEqual({ theme: 'system', place: null });
    });
  }

  it('because neither is there', () => {
    expect(firstPicture(paths)).toEqual({ theme: 'system', place: null });
  });

  it.skipIf(process.platform === 'win32')(
    'because a named pipe would keep the start waiting for ever',
    () => {
      for (const path of Object.values(paths)) execFileSync('mkfifo', [path]);

      expect(firstPicture(paths)).toEqual({ theme: 'system', place: null });
    },
  );

  it('but takes the theme that a person chose', async () => {
    await writeFile(paths.preferences, '{"theme":"dark","depth":"plain"}');

    expect(firstPicture(paths).theme).toBe('dark');
  });
});
