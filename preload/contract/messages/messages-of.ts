import { messages } from './catalogue';
import { enBankBar, enFileDialogs, enReturnPage } from './en-outside-window';
import { enRegistrationSheet } from './en-registration-sheet';
import type { Glossary } from './glossary-entry';

/** A language that everything here is written in. */
export type Language = keyof typeof messages;

/** The one language so far. */
export const LANGUAGE: Language = 'en';

// One function for each place that shows words, so that a page or process carries its own and no others.

/** Everything in the window, but for the glossary. */
export function windowMessages(language: Language) {
  return messages[language];
}

/** The bar above the sandbox bank's page. */
export function bankBarMessages(language: Language) {
  return { en: enBankBar }[language];
}

/** The printed registration pack. */
export function sheetMessages(language: Language) {
  return { en: enRegistrationSheet }[language];
}

/** The page that a browser is left with. */
export function returnPageMessages(language: Language) {
  return { en: enReturnPage }[language];
}

/** The system's file dialogs. */
export function fileDialogMessages(language: Language) {
  return { en: enFileDialogs }[language];
}

/** What each name on the network means. Loaded when asked for: the window's first picture does without it. */
export async function fieldGlossary(language: Language): Promise<Glossary> {
  return GLOSSARIES[language]();
}

const GLOSSARIES: Readonly<Record<Language, () => Promise<Glossary>>> = {
  en: async () => {
    const [fdx, metadata, oauth, headers] = await Promise.all([
      import('./en-glossary-fdx'),
      import('./en-glossary-metadata'),
      import('./en-glossary-oauth'),
      import('./en-glossary-headers'),
    ]);
    return {
      ...fdx.enGlossaryFdx,
      ...metadata.enGlossaryMetadata,
      ...oauth.enGlossaryOauth,
      ...headers.enGlossaryHeaders,
    };
  },
};
