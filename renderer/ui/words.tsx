import { type ReactNode, useCallback } from 'react';
import { useIntl } from 'react-intl';

import type { MessageId } from '../../preload/contract/messages/catalogue';

/** What a message may be filled with. Dates are epoch milliseconds. */
export type WordValues = Readonly<Record<string, string | number>>;

/** A message of the catalogue with what it needs; the shape of every sentence that a view function returns. */
export interface Phrase {
  readonly id: MessageId;
  readonly values?: WordValues;
}

/** Turns a message of the catalogue into text. A misspelt id does not compile. */
export type Say = (id: MessageId, values?: WordValues) => string;

/** Gives the function that turns messages into text in the person's language. */
export function useWords(): Say {
  const intl = useIntl();
  // Without values a message is taken as it is, which spares parsing it.
  return useCallback((id, values) => intl.formatMessage({ id }, values && { ...values }), [intl]);
}

/** Gives the function that turns a phrase of a view into text. */
export function usePhrases(): (phrase: Phrase) => string {
  const say = useWords();
  return useCallback(({ id, values }) => say(id, values), [say]);
}

interface WordsProps {
  readonly id: MessageId;
  readonly values?: Readonly<Record<string, ReactNode>>;
}

/** One message of the catalogue as text on the page; values may be elements. */
export function Words({ id, values }: WordsProps) {
  return <>{useIntl().formatMessage({ id }, values && { ...values })}</>;
}

/** A phrase that a view function returned. */
export function Phrased({ phrase }: { readonly phrase: Phrase }) {
  return <>{usePhrases()(phrase)}</>;
}
