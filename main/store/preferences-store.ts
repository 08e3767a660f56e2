import { preferences, type Preferences } from '../../preload/contract/app-shapes';
import type { JsonFile } from './json-file';
import { openSettingsFile as openJsonFile } from './settings-file';

/** What a first start begins with. */
const INITIAL: Preferences = { theme: 'system', depth: 'plain' };

/** Opens the person's choices for the window. */
export function openPreferences(path: string, nowMs: number): Promise<JsonFile<Preferences>> {
  return openJsonFile({ path, schema: preferences, initial: INITIAL, nowMs });
}
