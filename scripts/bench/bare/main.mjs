// @ts-check
// The least that an Electron application can be: what start-up costs before any of our code.
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1200, height: 800 });
  return window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)));
});
