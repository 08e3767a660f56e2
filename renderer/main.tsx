import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';

import { startState } from './start';
import { App } from './app/App';
import { applyTheme } from './app/use-preferences-choice';
import { LANGUAGE, windowMessages } from '../preload/contract/messages/messages-of';
import './ui/theme.css';

// Nothing is drawn before the answer, so that the first picture is already in the chosen theme and words.
const start = await startState;
if (start.ok) applyTheme(start.value.preferences.theme);

// Dates and money as the person's own kind of English writes them; other languages get American English.
const locale = navigator.language.startsWith(LANGUAGE) ? navigator.language : 'en-US';

createRoot(document.getElementById('root')!).render(
  <IntlProvider locale={locale} defaultLocale={LANGUAGE} messages={windowMessages(LANGUAGE)}>
    <App start={start} />
  </IntlProvider>,
);
