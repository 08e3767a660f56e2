import { useId } from 'react';

import type { Preferences } from '../../preload/contract/app-shapes';
import { usePreferences } from '../ui/preferences';
import './theme-choice.css';
import { useWords } from '../ui/words';

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Preferences['theme'][];

/** Paper, ink, or what the computer says. Native radios: it is in the first chunk, which must stay small. */
export function ThemeChoice() {
  const say = useWords();
  const name = useId();
  const { preferences, choose } = usePreferences();
  return (
    <fieldset className="theme-choice">
      <legend>{say('theme.legend')}</legend>
      <div className="theme-options">
        {THEMES.map((theme) => (
          <label key={theme} className="theme-option">
            <input
              type="radio"
              name={name}
              checked={preferences.theme === theme}
              onChange={() => choose({ theme })}
            />
            {say(`theme.${theme}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
