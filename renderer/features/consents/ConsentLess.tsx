import { useIntl } from 'react-intl';

import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { Notice } from '../../ui/Notice';
import { usePhrases, useWords } from '../../ui/words';
import { isOver, viewLess, viewNotReadYet } from './consent-view';

/** At the top of a consent: what was shared less than was asked for, and what this version does not read of it. */
export function ConsentLess({ detail }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  const phrase = usePhrases();
  const { locale } = useIntl();
  const listed = (items: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(items);
  const less = viewLess(detail).map(phrase);
  const notReadYet = isOver(detail) ? [] : viewNotReadYet(detail).map(phrase);
  return (
    <>
      {less.length === 0 ? null : (
        <Notice kind="info" announce="still" title={say('consents.less', { what: listed(less) })} />
      )}
      {notReadYet.length === 0 ? null : (
        <p className="consent-not-read-yet muted">
          {say('consents.not-read-yet', { what: listed(notReadYet) })}
        </p>
      )}
    </>
  );
}
