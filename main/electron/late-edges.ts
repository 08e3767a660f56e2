import type { BrowserWindow } from 'electron';

import type { ChosenFiles } from '../ports/chosen-files';
import type { SheetPrinter } from '../ports/sheet-printer';
import type { UserAgent } from '../ports/user-agent';
import { fileDialogs } from './file-dialogs';
import { sheetPrinter } from './sheet-printer';
import { userAgent } from './user-agent';

/** What of Electron is used only after a click, and so is loaded after the first picture. */
export interface LateEdges {
  readonly files: ChosenFiles;
  readonly printer: SheetPrinter;
  readonly userAgent: UserAgent;
}

export interface LateEdgesOptions {
  readonly mainWindow: () => BrowserWindow | null;
  /** Brings the main window to the front again. */
  readonly showMain: () => void;
  /** Hears that the person closed a provider's own page. */
  readonly onSiteClosed: (providerId: string) => void;
}

/** To be called once, when the first picture is there. */
export function lateEdges({ mainWindow, showMain, onSiteClosed }: LateEdgesOptions): LateEdges {
  return {
    files: fileDialogs(mainWindow),
    printer: sheetPrinter(),
    userAgent: userAgent(showMain, onSiteClosed),
  };
}
