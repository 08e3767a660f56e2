import { useIntl } from 'react-intl';

import { FailureNotice } from '../../parts/FailureNotice';
import { LinkButton } from '../../ui/LinkButton';
import { Notice } from '../../ui/Notice';
import { usePhrases, useWords } from '../../ui/words';
import { nameOfRefused } from './builder-view';
import type { Refusal } from './refusal';
import type { Builder } from './use-builder';

/** Says on top why the request came back. It goes when what was refused has been changed. */
export function RefusalNotice({ builder }: { readonly builder: Builder }) {
  if (builder.refusal) return <NamedRefusal builder={builder} refusal={builder.refusal} />;
  return builder.failure ? <FailureNotice failure={builder.failure} /> : null;
}

function NamedRefusal({ builder, refusal }: { readonly builder: Builder; readonly refusal: Refusal }) {
  const say = useWords();
  const sayPhrase = usePhrases();
  const intl = useIntl();
  const members = intl.formatList(nameOfRefused(refusal).map(sayPhrase), { type: 'conjunction' });
  const place = builder.notes.find(({ kind }) => kind === 'refused')?.place;
  const { providerName: provider, description } = refusal;

  return (
    <Notice kind="danger" title={say('builder.refused.title', { provider })}>
      {description === null ? null : <p>{say('builder.refused.words', { description })}</p>}
      <p>
        {say('builder.refused.member', { members })} {say('builder.refused.next')}{' '}
        {place ? (
          <LinkButton onPress={() => builder.showPlace(place)}>{say('builder.refused.show')}</LinkButton>
        ) : null}
      </p>
    </Notice>
  );
}
