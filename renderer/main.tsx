import { createRoot } from 'react-dom/client';

import { startState } from './start';
import { App } from './app/App';
import { Intl } from './app/Intl';
import { applyTheme } from './app/use-preferences-choice';
import './ui/theme.css';

// Nothing is drawn before the answer, so that the first picture is already in the chosen theme and words.
const start = await startState;
if (start.ok) applyTheme(start.value.preferences.theme);

createRoot(document.getElementById('root')!).render(
  <Intl>
    <App start={start} />
  </Intl>,
);
