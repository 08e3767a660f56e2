import { expect } from '@playwright/test';

import type { Countersign } from './countersign';

/** Takes the place of the system browser: what would be opened is kept. The app itself is unchanged. */
export async function catchBrowser(countersign: Countersign): Promise<() => Promise<string>> {
  // Playwright loses an answer of main while that is still loading; the page is there once it has answered.
  await countersign.window.getByRole('navigation').waitFor();
  await countersign.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  const openedPages = () =>
    countersign.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  return async () => {
    await countersign.heading(/^Your turn at/).waitFor();
    await expect.poll(async () => (await openedPages()).length).toBeGreaterThan(0);
    return (await openedPages()).at(-1) ?? '';
  };
}
