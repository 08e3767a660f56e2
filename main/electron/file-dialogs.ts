import { basename } from 'node:path';
import { type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';

import { fileDialogMessages, LANGUAGE } from '../../preload/contract/messages/messages-of';
import { ok } from '../../preload/contract/result';
import { type ChosenFiles, type FileKind, MAX_MATERIAL_BYTES } from '../ports/chosen-files';
import { readBounded, readTextFile, writeWholeFile } from '../store/text-file';

/** What a file of a kind is called at first, and the largest that is read, in bytes. */
const KINDS: Readonly<Record<FileKind, { readonly fileName: string; readonly maxBytes: number }>> = {
  har: { fileName: 'countersign.har', maxBytes: 64_000_000 },
  cstrace: { fileName: 'session.cstrace', maxBytes: 64_000_000 },
  json: { fileName: 'countersign.json', maxBytes: 500_000 },
  pdf: { fileName: 'registration.pdf', maxBytes: 0 }, // written, never read
};

/**
 * The system's own file dialogs, over our window while there is one. Files are read here and not in the
 * window, so that no private key ever passes through a page.
 */
export function fileDialogs(window: () => BrowserWindow | null): ChosenFiles {
  const askWhereTo = (options: SaveDialogOptions) => {
    const parent = window();
    return parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options);
  };
  const askWhich = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const parent = window();
    const { canceled, filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return canceled ? [] : filePaths;
  };
  return {
    save: async (kind, content, suggestedName) => {
      const defaultPath = suggestedName ?? KINDS[kind].fileName;
      const { canceled, filePath } = await askWhereTo({ defaultPath, filters: filtersOf(kind) });
      if (canceled || filePath === '') return ok(null);
      const written = await writeWholeFile(filePath, content);
      return written.ok ? ok(basename(filePath)) : written;
    },
    open: async (kind) => {
      const [path] = await askWhich({ properties: ['openFile'], filters: filtersOf(kind) });
      if (path === undefined) return ok(null);
      const read = await readTextFile(path, KINDS[kind].maxBytes);
      return read.ok ? ok({ fileName: basename(path), text: read.value }) : read;
    },
    openKeyMaterial: async () => {
      const paths = await askWhich({ properties: ['openFile', 'multiSelections'] });
      // One byte more than may be is enough to be refused; a picked disk image is not read to its end.
      return Promise.all(paths.map((path) => readBounded(path, MAX_MATERIAL_BYTES + 1).catch(() => null)));
    },
  };
}

function filtersOf(kind: FileKind) {
  return [{ name: fileDialogMessages(LANGUAGE)[`dialog.kind.${kind}`], extensions: [kind] }];
}
