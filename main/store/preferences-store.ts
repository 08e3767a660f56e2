import { preferences, type Preferences } from '../../preload/contract/app-shapes';
import type { SettingsFile } from './document';
import { openSettingsFile } from './settings-file';

/** What a first start begins with. */
const INITIAL: Preferences = { theme: 'system', depth: 'plain' };

/** Opens the person's choices for the window. */
export function openPreferences(path: string, nowMs: number): Promise<SettingsFile<Preferences>> {
  return openSettingsFile({ path, schema: preferences, initial: INITIAL, nowMs });
}
