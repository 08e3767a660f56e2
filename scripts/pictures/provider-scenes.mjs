// @ts-check
import { withOutsideBank } from './outside-bank.mjs';
import { goTo, press, seePage } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/** A bank that the application was never told of, added by its issuer. @param {Stage} stage */
export async function takeProviders(stage) {
  const { window, album } = stage;
  await withOutsideBank(async ({ issuer, fdxBaseUrl, caPem }) => {
    await goTo(stage, 'Providers');
    await seePage(stage, 'Providers');
    await press(stage, 'Add a provider');
    await window.getByLabel('Issuer address').fill(issuer);
    await window.getByLabel('Certificate authority (PEM)').fill(caPem);
    await press(stage, 'Look it up');
    await window.getByLabel('Name', { exact: true }).fill('Far Bank');
    const base = window.getByLabel('FDX base address');
    await base.fill(fdxBaseUrl);
    await base.blur();
    await window.mouse.move(0, 0);
    await album.take(window, 'provider-add');

    await press(stage, 'Save provider');
    await seePage(stage, 'Far Bank');
    await window.getByText('It offers all that Countersign needs.').waitFor();
    await album.take(window, 'provider');
  });
}
