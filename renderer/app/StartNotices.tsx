import { useState } from 'react';

import type { StartNotice } from '../../preload/contract/app-shapes';
import { runOperation } from '../data/run-operation';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { usePhrases, useWords } from '../ui/words';
import { wordStartNotice } from './start-notice-words';

/** What happened at the start that the person should know, until they have read it. */
export function StartNotices({ atStart }: { readonly atStart: readonly StartNotice[] }) {
  const say = useWords();
  const phrase = usePhrases();
  const [notices, setNotices] = useState(atStart);
  if (notices.length === 0) return null;

  const dismiss = (noticeId: string) => {
    setNotices((rest) => rest.filter((notice) => notice.noticeId !== noticeId));
    void runOperation(() => window.bridge.dismissNotice({ noticeId }));
  };

  return (
    <div className="start-notices">
      {notices.map((notice) => (
        <Notice
          key={notice.noticeId}
          kind="warn"
          actions={<Button onPress={() => dismiss(notice.noticeId)}>{say('app.notice.dismiss')}</Button>}
        >
          <p>{phrase(wordStartNotice(notice))}</p>
        </Notice>
      ))}
    </div>
  );
}
