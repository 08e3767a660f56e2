import { useEffect, useState } from 'react';

import { runOperation } from '../data/run-operation';

/** How many consents there are, for the sidebar and for whether Welcome is Home. Without the query library: it is in the first chunk. */
export function useConsentCount(atStart: number): number {
  const [count, setCount] = useState(atStart);

  useEffect(
    () =>
      window.bridge.onChanged((topic) => {
        if (topic !== 'consents') return;
        void runOperation(() => window.bridge.listConsents({})).then((reply) => {
          if (reply.ok) setCount(reply.value.length);
        });
      }),
    [],
  );

  return count;
}
