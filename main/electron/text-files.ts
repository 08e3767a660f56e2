import { writeFile } from 'node:fs/promises';
import { BrowserWindow, dialog } from 'electron';
import type { OpenDialogOptions, SaveDialogOptions } from 'electron';

import { fail, ok } from '../../preload/contract/result';
import type { TextFiles } from '../provider-operations';
import { readTextFile } from '../store/text-file';

const JSON_FILES = [{ name: 'JSON', extensions: ['json'] }];

/** Text files that the person picks in the system's own dialogs. The window never names a path. */
export function systemTextFiles(): TextFiles {
  return {
    pick: async () => {
      const options: OpenDialogOptions = { properties: ['openFile'], filters: JSON_FILES };
      const parent = BrowserWindow.getFocusedWindow();
      const { canceled, filePaths } = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      const [path] = filePaths;
      return canceled || path === undefined ? ok(null) : readTextFile(path);
    },
    save: async (suggestedName, text) => {
      const options: SaveDialogOptions = { defaultPath: suggestedName, filters: JSON_FILES };
      const parent = BrowserWindow.getFocusedWindow();
      const { canceled, filePath } = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      if (canceled || filePath === '') return ok(false);
      try {
        await writeFile(filePath, text, 'utf8');
        return ok(true);
      } catch (cause) {
        const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
        return fail(code === 'ENOSPC' ? { kind: 'storage-full' } : { kind: 'storage-failed', code });
      }
    },
  };
}
