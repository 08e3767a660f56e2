import { createContext, useContext } from 'react';

import type { Preferences } from '../../preload/contract/app-shapes';

/** What the person chose for the window, and how to choose otherwise. */
export interface PreferencesChoice {
  readonly preferences: Preferences;
  readonly choose: (change: Partial<Preferences>) => void;
}

/** Given by the app; the default serves a component that is drawn alone. */
export const PreferencesContext = createContext<PreferencesChoice>({
  preferences: { theme: 'system', depth: 'plain', proxy: 'system' },
  choose: () => undefined,
});

/** What the person chose for the window, and how to choose otherwise. */
export function usePreferences(): PreferencesChoice {
  return useContext(PreferencesContext);
}

/** Whether the names of standards are shown. */
export function useDepth(): Preferences['depth'] {
  return usePreferences().preferences.depth;
}
