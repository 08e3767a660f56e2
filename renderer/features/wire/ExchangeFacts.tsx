import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';

import type { ExchangeSummary } from '../../../preload/contract/wire-shapes';
import { Instant } from '../../ui/Instant';
import { LinkButton } from '../../ui/LinkButton';
import { usePhrases, useWords, Words } from '../../ui/words';
import type { WireWays } from './use-wire';
import { pathOf, viewBytes, viewDuration } from './wire-view';

interface ExchangeFactsProps {
  readonly summary: ExchangeSummary;
  /** Null in a saved session: what its exchanges were for is on another computer. */
  readonly ways: WireWays | null;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** An exchange in two lines: where it went, and when, how long, how much, and for what. */
export function ExchangeFacts({ summary, ways, children }: ExchangeFactsProps) {
  const say = useWords();
  const { method, host, startedAtMs, kind, isMutualTls } = summary;
  return (
    <div className="wire-about">
      <p className="mono wire-address">
        {method} {host}
        {pathOf(summary)}
      </p>
      <ul className="wire-short">
        <li>
          <Words id="wire.at" values={{ when: <Instant key="when" atMs={startedAtMs} style="log" /> }} />
        </li>
        {kind === 'browser' ? <li>{say('wire.by-browser')}</li> : <Amounts summary={summary} />}
        {isMutualTls ? (
          <li className="wire-mtls">
            <Lock size={12} aria-hidden />
            {say('wire.mtls')}
          </li>
        ) : null}
        {ways === null ? null : <Purpose summary={summary} ways={ways} />}
      </ul>
      {children === null ? null : <div className="wire-curl">{children}</div>}
    </div>
  );
}

function Amounts({ summary }: { readonly summary: ExchangeSummary }) {
  const say = useWords();
  const phrase = usePhrases();
  const { durationMs, sentBytes, receivedBytes } = summary;
  return (
    <>
      <li>{phrase(viewDuration(durationMs))}</li>
      <li>{say('wire.sent', { bytes: phrase(viewBytes(sentBytes)) })}</li>
      <li>{say('wire.received', { bytes: phrase(viewBytes(receivedBytes)) })}</li>
    </>
  );
}

function Purpose({ summary, ways }: { readonly summary: ExchangeSummary; readonly ways: WireWays }) {
  const say = useWords();
  const { flowId, connectionId } = summary;
  if (connectionId !== null)
    return (
      <li>
        <LinkButton onPress={() => ways.onConsent(connectionId)}>{say('wire.consent')}</LinkButton>
      </li>
    );
  return flowId === null ? null : (
    <li>
      <LinkButton onPress={() => ways.onFlow(flowId)}>{say('wire.flow')}</LinkButton>
    </li>
  );
}
