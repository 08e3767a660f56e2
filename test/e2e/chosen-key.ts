import { expect, type Page } from '@playwright/test';

import type { Countersign } from './countersign';

/** Imports a key with its certificates from the clipboard. */
export async function importFromClipboard(countersign: Countersign, pem: string): Promise<void> {
  await countersign.goTo('Keys');
  await countersign.app.evaluate(async ({ clipboard }, text) => clipboard.writeText(text), pem);
  await countersign.button('Import a key').click();
  await countersign.button('Take it from the clipboard').click();
  await countersign.button('Import this key').click();
  await countersign.window.getByText(/is imported\.$/).waitFor();
}

/** Opens the list of keys by keyboard, and chooses the one that begins so. */
export async function chooseKey(window: Page, name: RegExp): Promise<void> {
  const list = window.getByRole('button', { name: /Key$/ });
  await list.focus();
  await window.keyboard.press('Enter');
  const option = window.getByRole('option', { name });
  await option.waitFor();
  await window.keyboard.press('Home');
  for (let step = 0; step < 5; step += 1) {
    if (await option.evaluate((element) => element === document.activeElement)) break;
    await window.keyboard.press('ArrowDown');
  }
  await window.keyboard.press('Enter');
  await expect(list).toContainText(name);
}
