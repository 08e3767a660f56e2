import { open, writeFile } from 'node:fs/promises';
import { clipboard, dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';

import type { CredentialFiles } from '../credential-handlers';
import { MAX_MATERIAL_BYTES } from '../credentials/key-material';
import { fail, ok } from '../../preload/contract/result';

/**
 * The system's own dialogs and clipboard. They are read here and not in the window, so that no private key
 * ever passes through a page.
 */
export function credentialFiles(window: () => BrowserWindow | null): CredentialFiles {
  return {
    pick: async () => {
      const parent = window();
      const asked: OpenDialogOptions = { properties: ['openFile', 'multiSelections'] };
      const { canceled, filePaths } = await (parent === null
        ? dialog.showOpenDialog(asked)
        : dialog.showOpenDialog(parent, asked));
      return canceled ? [] : Promise.all(filePaths.map((path) => readBounded(path).catch(() => null)));
    },
    readClipboard: async () => clipboard.readText(), // later Electron answers with a promise
    save: async (suggestedName, text) => {
      const parent = window();
      const asked = { defaultPath: suggestedName };
      const { canceled, filePath } = await (parent === null
        ? dialog.showSaveDialog(asked)
        : dialog.showSaveDialog(parent, asked));
      if (canceled) return ok(false);
      return writeFile(filePath, text).then(
        () => ok(true),
        (cause: NodeJS.ErrnoException) =>
          fail({ kind: 'storage-failed' as const, code: cause.code ?? 'EIO' }),
      );
    },
  };
}

// One byte more than may be is enough to be refused; a picked disk image is not read to its end.
async function readBounded(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_MATERIAL_BYTES + 1), 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
