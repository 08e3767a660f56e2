import { useState } from 'react';

import { Status } from './Status';
import { useNow } from './use-now';
import './waiting-line.css';
import { useWords } from './words';

/** Says what is being waited for, with the seconds so far. It shows after 400 ms: what is quicker needs no word. */
export function WaitingLine({ children }: { readonly children: string }) {
  const say = useWords();
  const [sinceMs] = useState(() => Date.now());
  const nowMs = useNow(1000);
  const seconds = Math.max(0, Math.round((nowMs - sinceMs) / 1000));
  return (
    <div className="waiting-line appears-late">
      <Status>{children}</Status>
      <span aria-hidden>{say('app.waited', { seconds })}</span>
    </div>
  );
}
