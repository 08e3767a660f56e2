// @ts-check
// Runs inside Electron: its Chromium is the SVG renderer that every checkout has.
import fs from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow } from 'electron';

import { ROOT } from '../setup/places.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512]; // what the freedesktop icon theme has folders for

app
  .whenReady()
  .then(drawIcons)
  .then(() => app.quit(), fail);

async function drawIcons() {
  const svg = fs.readFileSync(path.join(ROOT, 'build', 'icon.svg'), 'base64');
  const window = new BrowserWindow({ show: false });
  await window.loadURL('about:blank');
  for (const size of SIZES) {
    const png = await window.webContents.executeJavaScript(`(${String(drawInPage)})('${svg}', ${size})`);
    const file = path.join(ROOT, 'build', 'icons', `${size}x${size}.png`);
    fs.writeFileSync(file, Buffer.from(png.slice(png.indexOf(',') + 1), 'base64'));
  }
}

/**
 * Runs in the page.
 * @param {string} svg in base64
 * @param {number} size
 */
async function drawInPage(svg, size) {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml;base64,${svg}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  canvas.getContext('2d')?.drawImage(image, 0, 0, size, size);
  return canvas.toDataURL('image/png');
}

/** @param {unknown} error */
function fail(error) {
  process.stderr.write(`The icons could not be drawn: ${String(error)}\n`);
  app.exit(1);
}
