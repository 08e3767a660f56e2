import { writeCrashSafe } from './crash-safe-file';
import { openDocument, type SettingsFile, type SettingsFileOptions } from './document';

/**
 * Opens a document that is no setting of the person: written with an fsync of its folder and an earlier generation
 * beside it, by the writer of the vault.
 */
export function openJsonFile<Value extends object>(
  options: SettingsFileOptions<Value>,
): Promise<SettingsFile<Value>> {
  return openDocument(options, (value) =>
    writeCrashSafe(options.path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8')),
  );
}
