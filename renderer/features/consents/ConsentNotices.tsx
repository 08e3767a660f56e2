import type { ReactNode } from 'react';

import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import type { Failure } from '../../../preload/contract/failure';
import { useReading } from '../../data/use-reading';
import { wordFailure } from '../../parts/failure-words';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { Instant } from '../../ui/Instant';
import { Notice } from '../../ui/Notice';
import { useFocusWhen } from '../../ui/use-focus-when';
import { usePhrases, useWords, Words } from '../../ui/words';
import { isOver, viewLostAccess } from './consent-view';
import type { ConsentActions, ConsentNews } from './use-consent-actions';

interface ConsentNoticesProps {
  readonly detail: ConsentDetail;
  readonly actions: ConsentActions;
  /** The way to the bank's own page; null where there is none. */
  readonly siteButton: ReactNode;
  readonly onSettings: () => void;
}

/** What the person should know first: what came of their last action, and what stands in the way. */
export function ConsentNotices({ detail, actions, siteButton, onSettings }: ConsentNoticesProps) {
  const { news, readState, siteState } = actions;
  return (
    <>
      <ConsentNewsNotice news={news} detail={detail} siteButton={siteButton} />
      {readState.phase === 'failed' && detail.notRead === null ? (
        <NotReadNotice failure={readState.failure} />
      ) : null}
      <KeptNotReadNotice detail={detail} />
      <StopRefusedNotice detail={detail} siteButton={siteButton} />
      {siteState.phase === 'failed' ? <FailureNotice failure={siteState.failure} /> : null}
      <LostAccessNotice detail={detail} onSettings={onSettings} siteButton={siteButton} />
    </>
  );
}

interface ConsentNewsNoticeProps {
  readonly news: ConsentNews | null;
  readonly detail: ConsentDetail;
  /** The way to the bank's own page; null where there is none. */
  readonly siteButton: ReactNode;
}

/** What came of the last action. After a stop it takes the focus, because the button that had it is gone. */
function ConsentNewsNotice({ news, detail, siteButton }: ConsentNewsNoticeProps) {
  const say = useWords();
  const place = useFocusWhen(news === 'stop-confirmed' || news === 'stop-unconfirmed');

  if (news === null) return null;
  const provider = detail.providerName;
  if (news === 'read-again') return <Notice kind="success" title={say('consents.read-again.done')} />;
  return (
    <div ref={place} tabIndex={-1} className="consent-news">
      {news === 'stop-confirmed' ? (
        <Notice kind="success" title={say('consents.stopped.confirmed', { provider })} />
      ) : (
        <Notice kind="warn" title={say('consents.stopped.unconfirmed', { provider })} actions={siteButton} />
      )}
    </div>
  );
}

/** Why the consent could not be read again. When it has ended, the button that had the focus is gone. */
function NotReadNotice({ failure }: { readonly failure: Failure }) {
  const place = useFocusWhen(failure.kind === 'consent-ended');
  return (
    <div ref={place} tabIndex={-1} className="consent-news">
      <FailureNotice failure={failure} />
    </div>
  );
}

/** Why the last reading failed, for as long as none has succeeded, and from when what stands below is. */
function KeptNotReadNotice({ detail }: { readonly detail: ConsentDetail }) {
  const { notRead, readAtMs } = detail;
  if (notRead === null || isOver(detail)) return null;
  return (
    <FailureNotice failure={notRead.failure}>
      <p>
        {readAtMs === null ? (
          <Words id="consents.not-read.nothing" />
        ) : (
          <Words
            id="consents.not-read.since"
            values={{ when: <Instant atMs={readAtMs} style="relative" /> }}
          />
        )}
      </p>
    </FailureNotice>
  );
}

/** That the bank would not hear of the end, and what can be done about it. */
function StopRefusedNotice({
  detail,
  siteButton,
}: {
  readonly detail: ConsentDetail;
  readonly siteButton: ReactNode;
}) {
  const say = useWords();
  const phrase = usePhrases();
  const { stopRefused, providerName: provider } = detail;
  if (stopRefused === null || isOver(detail)) return null;
  return (
    <Notice
      kind="warn"
      announce="still"
      title={say('consents.stop-refused', { provider })}
      actions={siteButton}
    >
      <p>
        <Words
          id="consents.stop-refused.why"
          values={{
            when: <Instant atMs={stopRefused.atMs} style="day-time" />,
            why: phrase(wordFailure(stopRefused.failure).what),
          }}
        />
      </p>
      <p>{say('consents.stop-refused.next', { provider })}</p>
    </Notice>
  );
}

interface LostAccessNoticeProps {
  readonly detail: ConsentDetail;
  readonly onSettings: () => void;
  /** The way to the bank's own page; null where there is none. */
  readonly siteButton: ReactNode;
}

/** Why a consent that goes on at the bank cannot be read from here. */
function LostAccessNotice({ detail, onSettings, siteButton }: LostAccessNoticeProps) {
  const say = useWords();
  const phrase = usePhrases();
  const start = useReading('getStartState', {});
  if (start.phase === 'loading') return null;
  const why = viewLostAccess(detail, start.phase === 'loaded' ? start.value.secrets.kind : null);
  if (why === null) return null;
  return (
    <Notice
      kind="warn"
      announce="still"
      title={say('consents.not-held.title', { provider: detail.providerName })}
      actions={
        <>
          <Button onPress={onSettings}>{say('consents.not-held.settings')}</Button>
          {siteButton}
        </>
      }
    >
      <p>{phrase(why)}</p>
    </Notice>
  );
}
