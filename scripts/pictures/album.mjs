// @ts-check
import fs from 'node:fs';
import path from 'node:path';

import { Stop } from '../process/command.mjs';
import { ROOT } from '../setup/places.mjs';

/**
 * @typedef {import('@playwright/test').ElectronApplication} ElectronApplication
 * @typedef {import('@playwright/test').Page} Page
 */

const FOLDER = path.join(ROOT, 'docs', 'guide', 'pictures');
const MAX_BYTES = 150_000; // they stay in the repository's history for ever
const BAR_HEIGHT = 40; // as in main/electron/bank-window.ts

/** The folder of the pictures. A picture that nobody takes any more does not stay in it. */
export class Album {
  /** @type {string[]} */
  #taken = [];

  /**
   * What a page shows in its window just now.
   * @param {Page} page
   * @param {string} name
   */
  async take(page, name) {
    this.#keep(name, await photograph(page));
  }

  /**
   * The bank's window as a person sees it: our bar with the address, and the bank's own page below it. They are two
   * pages to Playwright, so they are put together here.
   * @param {ElectronApplication} app
   * @param {Page} bank
   * @param {string} name
   */
  async takeBank(app, bank, name) {
    const bar = app.windows().find((page) => page.url().includes('/bank-bar.html'));
    if (bar === undefined) throw new Stop('The bank’s window has no bar with its address.');
    const parts = [await photograph(bar, BAR_HEIGHT), await photograph(bank)];
    const joined = await app.evaluate(
      joinPictures,
      parts.map((part) => part.toString('base64')),
    );
    this.#keep(name, Buffer.from(joined, 'base64'));
  }

  /** Removes the pictures of an earlier time that were not taken this time. */
  close() {
    const stale = fs.readdirSync(FOLDER).filter((file) => !this.#taken.includes(file));
    for (const file of stale) fs.rmSync(path.join(FOLDER, file));
    return this.#taken.length;
  }

  /**
   * @param {string} name
   * @param {Buffer} png
   */
  #keep(name, png) {
    if (png.length > MAX_BYTES)
      throw new Stop(`The picture ${name} has ${png.length} bytes, and ${MAX_BYTES} is the most.`);
    fs.mkdirSync(FOLDER, { recursive: true });
    fs.writeFileSync(path.join(FOLDER, `${name}.png`), png);
    this.#taken.push(`${name}.png`);
  }
}

/**
 * @param {Page} page
 * @param {number} [height] of the part from the top; all of it without
 * @returns {Promise<Buffer>}
 */
async function photograph(page, height) {
  const width = await page.evaluate(() => globalThis.innerWidth);
  const clip = height === undefined ? {} : { clip: { x: 0, y: 0, width, height } };
  return page.screenshot({ animations: 'disabled', caret: 'hide', ...clip });
}

/**
 * Runs in Electron's main process, which has a decoder for pictures: puts pictures of one width below each other.
 * @param {typeof import('electron')} electron
 * @param {string[]} parts PNG, base64
 * @returns {string} likewise
 */
function joinPictures({ nativeImage }, parts) {
  const images = parts.map((part) => nativeImage.createFromBuffer(Buffer.from(part, 'base64')));
  const width = images[0]?.getSize().width ?? 0;
  const height = images.reduce((sum, image) => sum + image.getSize().height, 0);
  const bitmap = Buffer.concat(images.map((image) => image.toBitmap()));
  return nativeImage.createFromBitmap(bitmap, { width, height }).toPNG().toString('base64');
}
