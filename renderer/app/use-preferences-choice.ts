import { useCallback, useEffect, useMemo, useState } from 'react';

import type { Preferences } from '../../preload/contract/app-shapes';
import { runOperation } from '../data/run-operation';
import type { PreferencesChoice } from '../ui/preferences';

/** Puts the theme on the page. `system` leaves it to the computer. */
export function applyTheme(theme: Preferences['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Keeps the preferences: a choice shows at once, and goes back to what was when it could not be kept. */
export function usePreferencesChoice(atStart: Preferences): PreferencesChoice {
  const [preferences, setPreferences] = useState(atStart);

  useEffect(() => applyTheme(preferences.theme), [preferences.theme]);

  const choose = useCallback(
    (change: Partial<Preferences>) => {
      const chosen = { ...preferences, ...change };
      setPreferences(chosen);
      void runOperation(() => window.bridge.setPreferences(chosen)).then((reply) => {
        if (!reply.ok) setPreferences(preferences);
      });
    },
    [preferences],
  );

  return useMemo(() => ({ preferences, choose }), [preferences, choose]);
}
