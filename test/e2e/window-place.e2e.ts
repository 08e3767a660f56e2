import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

import { type Countersign, test } from './countersign';

const MOVED = { x: 140, y: 90, width: 900, height: 640 };

const fileOf = ({ profileFolder }: Countersign) => join(profileFolder, 'countersign', 'window.json');

async function write(countersign: Countersign, content: string): Promise<void> {
  await mkdir(join(countersign.profileFolder, 'countersign'), { recursive: true });
  await writeFile(fileOf(countersign), content);
}

const placeOf = (x: number, y: number, width: number, height: number) =>
  JSON.stringify({
    version: 1,
    place: { bounds: { x, y, width, height }, isMaximized: false, displayId: 4711 },
  });

const boundsOf = ({ app }: Countersign) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

const move = ({ app }: Countersign) =>
  app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), MOVED);

const workAreaOf = ({ app }: Countersign) =>
  app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);

test('the window opens where it was when the app ended', async ({ countersign }) => {
  await move(countersign);
  await countersign.restart();

  expect(await boundsOf(countersign)).toEqual(MOVED);
});

test('also after a crash, because the place is saved once the window stands still', async ({
  countersign,
}) => {
  await move(countersign);
  await expect
    .poll(() => readFile(fileOf(countersign), 'utf8').catch(() => ''))
    .toContain(`"width": ${MOVED.width}`);
  await countersign.kill();
  await countersign.start();

  expect(await boundsOf(countersign)).toEqual(MOVED);
});

test('and after a signal to end, which a library that saves settings would turn into a crash', async ({
  countersign,
}) => {
  await countersign.goTo('Settings');
  await countersign.window.getByText('Dark', { exact: true }).click();
  const preferences = join(countersign.profileFolder, 'countersign', 'preferences.json');
  await expect.poll(() => readFile(preferences, 'utf8').catch(() => '')).toContain('dark');
  await move(countersign);
  const process = countersign.app.process();
  const ended = once(process, 'exit');

  process.kill('SIGTERM');

  expect(await ended).toEqual([0, null]);
  await countersign.start();
  expect(await boundsOf(countersign)).toEqual(MOVED);
});

test('a window whose screen is gone opens on one that is there, whole', async ({ unstarted }) => {
  await write(unstarted, placeOf(9000, -4000, 900, 640));
  await unstarted.start();

  const area = await workAreaOf(unstarted);
  expect(await boundsOf(unstarted)).toEqual({
    x: area.x + (area.width - 900) / 2,
    y: area.y + (area.height - 640) / 2,
    width: 900,
    height: 640,
  });
});

test('a window is never larger than its screen has room for', async ({ unstarted }) => {
  await write(unstarted, placeOf(10, 10, 20_000, 20_000));
  await unstarted.start();

  const area = await workAreaOf(unstarted);
  const bounds = await boundsOf(unstarted);
  expect(bounds).toMatchObject({ x: area.x, y: area.y });
  // X11 takes a window of exactly the screen's size for one in full-screen mode, so Chromium leaves a pixel.
  expect([0, 1]).toContain(area.width - (bounds?.width ?? 0));
  expect([0, 1]).toContain(area.height - (bounds?.height ?? 0));
});

test('a place that cannot be read is moved aside and explained', async ({ unstarted }) => {
  await write(unstarted, '{"version":1,"place":{"bounds":{"x":');
  await unstarted.start();

  await expect(
    unstarted.window.getByText(/window\.json could not be read, so Countersign moved it aside/),
  ).toBeVisible();
});
