import { preferences, type Preferences } from '../../preload/contract/app-shapes';
import { openDocument, type SettingsFile, type SettingsFileOptions, type WriteSettings } from './document';

/**
 * Opens a document that electron-store keeps. What can't be read, or is not of our shape, is moved aside and never
 * overwritten. electron-store itself is loaded with the first change: it brings a schema library and more, of which
 * nothing is needed to read.
 */
export function openSettingsFile<Value extends object>(
  options: SettingsFileOptions<Value>,
): Promise<SettingsFile<Value>> {
  let write: Promise<WriteSettings> | null = null;
  return openDocument(options, async (value) => {
    write ??= import('./electron-store-file').then((module) => module.electronStoreFile(options));
    return (await write)(value);
  });
}

/** What a first start begins with. */
const INITIAL: Preferences = { theme: 'system', depth: 'plain', proxy: 'system' };

/** Files of before there was a choice of proxy have none. */
const stored = preferences.extend({ proxy: preferences.shape.proxy.default(INITIAL.proxy) });

/** Opens the person's choices for the window. */
export function openPreferences(path: string, nowMs: number): Promise<SettingsFile<Preferences>> {
  return openSettingsFile({ path, schema: stored, initial: INITIAL, nowMs });
}
