// @ts-check
// Loaded into the main process by `electron -r`, the same for both contestants: prints when the first button of the
// window is on screen, painted and would take a click, and ends the application.
const { app } = require('electron');

app.on('browser-window-created', (_event, window) => {
  const shown = whenShown(window);
  window.webContents.once('dom-ready', async () => {
    await window.webContents.executeJavaScript(`(${String(whenClickable)})()`);
    await shown;
    process.stdout.write(`\ninteractive at ${Date.now()}\n`, () => app.exit(0));
  });
});

/** @param {import('electron').BrowserWindow} window */
async function whenShown(window) {
  if (!window.isVisible()) await new Promise((resolve) => void window.once('show', () => resolve(null)));
}

/** Runs in the page. */
function whenClickable() {
  /** @param {Element} button */
  const takesClick = (button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return width > 0 && button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  };
  return new Promise((resolve) => {
    const look = () => {
      const found = [...document.querySelectorAll('button:not(:disabled)')].some(takesClick);
      // The frame after the next one begins when the next one is on screen
      requestAnimationFrame(found ? () => requestAnimationFrame(() => resolve(null)) : look);
    };
    look();
  });
}
