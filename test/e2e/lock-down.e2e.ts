import { join } from 'node:path';
import { expect } from '@playwright/test';

import { OPERATIONS } from '../../preload/contract/operations';
import { appOfGroup, test } from './countersign';

test('[S55][S56] every web contents is sandboxed and isolated, and only the main window has a bridge (checklist 2 to 6)', async ({
  countersign,
}) => {
  await countersign.openBuilder();
  const bank = await countersign.goToBank();
  await bank.waitForLoadState();

  const preferences = await countersign.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Not in Electron's types, but in all its versions.
      const inner = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = inner.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity };
    }),
  );
  const locked = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true };
  // The main window, the bar with the bank's address, and the bank's page.
  expect(preferences).toEqual([locked, locked, locked]);

  const withBridge = await Promise.all(
    countersign.app
      .windows()
      .map((page) => page.evaluate(() => ('bridge' in globalThis ? location.host : null))),
  );
  expect(withBridge.filter((host) => host !== null)).toEqual(['countersign']);
});

test.describe('the window', () => {
  const started = appOfGroup();

  test('[S64] the bridge has one function per operation and one to listen, and nothing else (checklist 20)', async () => {
    const surface = await started().window.evaluate(() => ({
      bridge: Object.entries(window.bridge).map(([name, value]) => `${name}: ${typeof value}`),
      require: typeof (globalThis as Record<string, unknown>)['require'],
      process: typeof (globalThis as Record<string, unknown>)['process'],
    }));

    const names = [...OPERATIONS, 'onChanged'].map((name) => `${name}: function`);
    expect(surface.bridge.toSorted()).toEqual(names.toSorted());
    expect(surface).toMatchObject({ require: 'undefined', process: 'undefined' });
  });

  test('[S57] a script in the window reaches no network and nothing becomes code (checklist 7)', async () => {
    const blocked = await started().window.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.effectiveDirective),
      );
      const fetched = await fetch('https://127.0.0.1:1/').then(
        () => 'fetched',
        () => 'refused',
      );
      const image = new Image();
      image.src = 'https://127.0.0.1:1/x.png';
      const inline = document.createElement('script');
      let wroteScript = 'written';
      try {
        inline.text = 'window.wasRun = true';
        document.body.append(inline);
      } catch {
        wroteScript = 'refused';
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return { fetched, wroteScript, wasRun: 'wasRun' in window, violations };
    });

    expect(blocked).toMatchObject({ fetched: 'refused', wroteScript: 'refused', wasRun: false });
    expect(blocked.violations).toEqual(expect.arrayContaining(['connect-src', 'img-src']));
  });

  test('[S60] every permission is refused (checklist 5)', async () => {
    const states = await started().window.evaluate(() =>
      Promise.all(
        (['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read'] as PermissionName[]).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    );
    expect(new Set(states)).toEqual(new Set(['denied']));
  });
});

test('[S61] nothing leads the window away: location, links, new windows and frames (checklist 12 to 15)', async ({
  countersign,
}) => {
  const { window } = countersign;
  await window.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://127.0.0.1:1/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    globalThis.open('https://127.0.0.1:1/');
    const frame = document.createElement('iframe');
    frame.src = 'https://127.0.0.1:1/';
    document.body.append(frame);
    location.href = 'https://127.0.0.1:1/';
  });

  // Asked through main: Playwright itself would go on waiting for the navigation that was refused.
  const after = await countersign.app.evaluate(async ({ BrowserWindow }) => {
    const [main, ...others] = BrowserWindow.getAllWindows();
    const address: unknown = await main?.webContents.executeJavaScript('location.href');
    return { address, others: others.length };
  });
  expect(after).toEqual({ address: 'app://countersign/index.html', others: 0 });
});

test('[S63] a frame that was put into the page asks and gets no answer, even if nothing else kept it out (checklist 17)', async ({
  unstarted,
}) => {
  await unstarted.start({ preloads: [join(import.meta.dirname, 'frames-let-in.cjs')] });
  const { page, frame } = await unstarted.window.evaluate(async () => {
    const put = document.createElement('iframe');
    put.src = location.href;
    document.body.append(put);
    await new Promise((resolve) => put.addEventListener('load', resolve));
    const ask = (asked: Window | null) => asked?.bridge.getStartState({}).then(JSON.stringify, String);
    return { page: await ask(window), frame: await ask(put.contentWindow) };
  });

  expect(page).toMatch(/^\{"ok":true/);
  expect(frame).toContain('refused getStartState: subframe');
});

test('[S59] a whole first consent makes no request but to our own pages and to loopback', async ({
  countersign,
}) => {
  await countersign.app.evaluate(({ session }) => {
    const seen: string[] = [];
    (globalThis as Record<string, unknown>)['seenRequests'] = seen;
    session.defaultSession.webRequest.onBeforeRequest((details, decide) => {
      seen.push(details.url);
      decide({});
    });
  });
  await countersign.giveConsent();

  const seen = await countersign.app.evaluate(
    () => (globalThis as Record<string, unknown>)['seenRequests'] as string[],
  );
  expect(seen.filter((url) => !/^(?:app|devtools):/.test(url))).toEqual([]);
});
