import { readFileSync } from 'node:fs';

import type { Preferences } from '../../preload/contract/app-shapes';

const THEMES: readonly string[] = ['system', 'light', 'dark'] satisfies ReadonlyArray<Preferences['theme']>;

/**
 * The theme that a preferences file names, for the very first picture. Read without a schema and before
 * anything else, so that the window opens in it; the file itself is opened and judged right afterwards.
 *
 * @returns `system` for whatever is not a theme
 */
export function themeHint(path: string): Preferences['theme'] {
  try {
    const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const theme = typeof stored === 'object' && stored !== null && 'theme' in stored ? stored.theme : null;
    return THEMES.includes(String(theme)) ? (theme as Preferences['theme']) : 'system';
  } catch {
    return 'system'; // absent at the first start; a broken file is moved aside by whoever opens it
  }
}
