import { useEffect, useRef } from 'react';

import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { useReading } from '../../data/use-reading';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { usePhrases, useWords } from '../../ui/words';
import { viewLostAccess } from './consent-view';
import type { ConsentNews } from './use-consent-actions';

interface ConsentNewsNoticeProps {
  readonly news: ConsentNews | null;
  readonly detail: ConsentDetail;
}

/** What came of the last action. After a stop it takes the focus, because the button that had it is gone. */
export function ConsentNewsNotice({ news, detail }: ConsentNewsNoticeProps) {
  const say = useWords();
  const place = useRef<HTMLDivElement>(null);
  const hasStopped = news === 'stop-confirmed' || news === 'stop-unconfirmed';

  useEffect(() => {
    if (!hasStopped) return undefined;
    // The sheet gives the focus back in the next frame, to a button that is gone by then.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => place.current?.focus()));
    return () => cancelAnimationFrame(frame);
  }, [hasStopped]);

  if (news === null) return null;
  const provider = detail.providerName;
  if (news === 'read-again') return <Notice kind="success" title={say('consents.read-again.done')} />;
  return (
    <div ref={place} tabIndex={-1} className="consent-news">
      {news === 'stop-confirmed' ? (
        <Notice kind="success" title={say('consents.stopped.confirmed', { provider })} />
      ) : (
        <Notice kind="warn" title={say('consents.stopped.unconfirmed', { provider })} />
      )}
    </div>
  );
}

interface LostAccessNoticeProps {
  readonly detail: ConsentDetail;
  readonly onSettings: () => void;
}

/** Why a consent that goes on at the bank cannot be read from here. */
export function LostAccessNotice({ detail, onSettings }: LostAccessNoticeProps) {
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
      actions={<Button onPress={onSettings}>{say('consents.not-held.settings')}</Button>}
    >
      <p>{phrase(why)}</p>
    </Notice>
  );
}
