// Loaded into the app before its own code: takes away all that keeps a frame out of the page and a bridge out of the
// frame, so that a test reaches what stands behind that.
const { app, session } = require('electron');

const freeze = Object.freeze;
Object.freeze = (value) =>
  freeze(
    value?.nodeIntegrationInSubFrames === false ? { ...value, nodeIntegrationInSubFrames: true } : value,
  );

app.on('web-contents-created', (_event, contents) => {
  // After those that our own code adds in this same event.
  setImmediate(() => contents.removeAllListeners('will-frame-navigate'));
});

void app.whenReady().then(() => {
  session.defaultSession.webRequest.onHeadersReceived(({ responseHeaders }, answer) => {
    const kept = Object.entries(responseHeaders ?? {}).filter(
      ([name]) => name.toLowerCase() !== 'content-security-policy',
    );
    answer({ responseHeaders: Object.fromEntries(kept) });
  });
});
