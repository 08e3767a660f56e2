import { app, type BrowserWindow } from 'electron';

import { type RegistrationSheet, sheetQuery } from '../../preload/contract/registration-sheet';
import { fail, ok } from '../../preload/contract/result';
import type { SheetPrinter } from '../ports/sheet-printer';
import { APP_ORIGIN } from './app-scheme';
import { openHiddenPage } from './window';

/** Where paper is not of A4. @see Unicode CLDR, paperSize */
const LETTER_COUNTRIES = new Set('US CA MX PR PH CL CO CR GT NI PA SV VE BZ DO HN'.split(' '));

/** In inches: room for holes, and for the number of the page below. */
const MARGINS = { top: 0.6, bottom: 0.65, left: 0.8, right: 0.8 };

/** Numbers the pages. Chromium fills in the two classes; its styles reach neither of them. */
const FOOTER =
  '<p style="width:100%;margin:0 0.8in;text-align:right;font:7pt sans-serif;color:#59616b">' +
  '<span class="pageNumber"></span> / <span class="totalPages"></span></p>';

/** What Electron says when the person closed the dialog. */
const CANCELLED = /cancel/i;

/** Sets the sheet on a page of ours that nobody sees, with the content policy of every page. */
export function sheetPrinter(): SheetPrinter {
  return {
    pdf: (sheet) =>
      withDialog(sheet, ({ webContents }) =>
        webContents.printToPDF({
          pageSize: paperSize(),
          margins: MARGINS,
          printBackground: true,
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate: FOOTER,
          generateTaggedPDF: true, // so that it can be read aloud
        }),
      ),
    paper: (sheet) =>
      withDialog(
        sheet,
        ({ webContents }) =>
          new Promise((resolve) => {
            webContents.print({ pageSize: paperSize(), printBackground: true }, (isPrinted, reason) => {
              if (isPrinted || CANCELLED.test(reason)) resolve(ok(isPrinted));
              else resolve(fail({ kind: 'not-printed', reason: reason.slice(0, 200) }));
            });
          }),
      ),
  };
}

async function withDialog<Value>(
  sheet: RegistrationSheet,
  use: (window: BrowserWindow) => Promise<Value>,
): Promise<Value> {
  const window = await openHiddenPage(
    `${APP_ORIGIN}/registration-sheet/registration-sheet.html?${sheetQuery(sheet)}`,
  );
  try {
    return await use(window);
  } finally {
    if (!window.isDestroyed()) window.destroy();
  }
}

function paperSize(): 'A4' | 'Letter' {
  return LETTER_COUNTRIES.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4';
}
