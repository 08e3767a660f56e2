import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';

import { messages } from '../../preload/contract/messages/catalogue';

/** Writes dates and money the way the person's own kind of English does; other languages get American English. */
function localeOf(language: string): string {
  return language.startsWith('en') ? language : 'en-US';
}

/** Gives everything inside the words of the catalogue. */
export function Intl({ children }: { readonly children: ReactNode }) {
  return (
    <IntlProvider locale={localeOf(navigator.language)} defaultLocale="en" messages={messages.en}>
      {children}
    </IntlProvider>
  );
}
