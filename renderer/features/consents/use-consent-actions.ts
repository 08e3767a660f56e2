import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import type { Output } from '../../../preload/contract/ipc-contract';
import { useAction } from '../../data/use-action';
import { keepReading } from '../../data/use-reading';

/** What was done last, to be said on the page. */
export type ConsentNews = 'read-again' | 'stop-confirmed' | 'stop-unconfirmed';

/** What a person can do with one consent. */
export function useConsentActions({ connectionId, providerId }: ConsentDetail, onForgotten: () => void) {
  const client = useQueryClient();
  const [news, setNews] = useState<ConsentNews | null>(null);
  const [dialog, setDialog] = useState<'stop' | 'forget' | null>(null);
  const keep = (detail: ConsentDetail, what: ConsentNews) => {
    keepReading(client, 'getConsent', { connectionId }, detail);
    setNews(what);
    setDialog(null);
  };
  const read = useAction<ConsentDetail>((detail) => keep(detail, 'read-again'));
  const stop = useAction<Output<'revokeConsent'>>(({ detail, confirmedByProvider }) =>
    keep(detail, confirmedByProvider ? 'stop-confirmed' : 'stop-unconfirmed'),
  );
  const forget = useAction<unknown>(onForgotten);
  const site = useAction<unknown>(() => undefined);

  return {
    news,
    dialog,
    openDialog: setDialog,
    closeDialog: () => setDialog(null),
    readState: read.state,
    stopState: stop.state,
    forgetState: forget.state,
    siteState: site.state,
    openSite: () => site.start(() => window.bridge.openBankSite({ providerId })),
    readAgain: () => {
      setNews(null);
      read.start(() => window.bridge.readConsentAgain({ connectionId }));
    },
    stop: () => stop.start(() => window.bridge.revokeConsent({ connectionId })),
    forget: () => forget.start(() => window.bridge.forgetConsent({ connectionId })),
  };
}

export type ConsentActions = ReturnType<typeof useConsentActions>;
