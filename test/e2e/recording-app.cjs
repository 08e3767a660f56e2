// Loaded into the app before its own code: writes down all that passes between main and its windows, starts the
// sandbox bank so that it writes down what it hears and says, and saves without asking where.
const { appendFileSync } = require('node:fs');
const path = require('node:path');
const { app, dialog, ipcMain, utilityProcess } = require('electron');

// A snapshot of the heap cuts strings off at 1024 characters otherwise.
app.commandLine.appendSwitch('js-flags', '--heap-snapshot-string-limit=100000000');

const note = (channel, way, value) =>
  appendFileSync(process.env.TEST_IPC_RECORD, `${JSON.stringify({ channel, way, value })}\n`);

const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, listener) =>
  handle(channel, async (event, ...input) => {
    note(channel, 'input', input);
    const reply = await listener(event, ...input);
    note(channel, 'reply', reply);
    return reply;
  });

app.on('web-contents-created', (_event, contents) => {
  const send = contents.send.bind(contents);
  contents.send = (channel, ...message) => {
    note(channel, 'notice', message);
    return send(channel, ...message);
  };
  contents.on('page-title-updated', (_updated, title) => note('title', 'shown', title));
  const noteAddress = (_navigated, url) => {
    // A bank's own pages have the bank's own addresses.
    if (url.startsWith('app:')) note('address', 'shown', url);
  };
  contents.on('did-navigate', noteAddress);
  contents.on('did-navigate-in-page', noteAddress);
});

// The system's own dialogs cannot be driven from a test; what they return can.
let saved = 0;
dialog.showSaveDialog = async () => {
  saved += 1;
  return { canceled: false, filePath: path.join(process.env.TEST_EXPORTS, `saved-${saved}`) };
};

const fork = utilityProcess.fork.bind(utilityProcess);
utilityProcess.fork = (entry, given, options) =>
  fork(path.join(__dirname, 'provider-tap.cjs'), given, {
    ...options,
    env: { ...process.env, TEST_TAPPED_ENTRY: entry },
  });
