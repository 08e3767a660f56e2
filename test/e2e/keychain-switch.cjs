// Loaded into the app before its own code. Playwright has told Chromium to use no keychain; this says which after all.
const { app } = require('electron');

app.commandLine.removeSwitch('password-store');
app.commandLine.appendSwitch('password-store', process.env.TEST_PASSWORD_STORE);
