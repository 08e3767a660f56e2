import { preferences } from '../../preload/contract/app-shapes';
import type { Preferences } from '../../preload/contract/app-shapes';
import { openSettingsFile as openJsonFile } from './settings-file';
import type { JsonFile } from './json-file';

/** What a first start begins with. */
const INITIAL: Preferences = { theme: 'system', depth: 'plain' };

/** Opens the person's choices for the window. */
export function openPreferences(path: string, nowMs: number): Promise<JsonFile<Preferences>> {
  return openJsonFile({ path, schema: preferences, initial: INITIAL, nowMs });
}
