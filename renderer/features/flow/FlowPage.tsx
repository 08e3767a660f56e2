import { useEffect } from 'react';

import type { FlowView } from '../../../preload/contract/flow-shapes';
import type { WireStep } from '../../../preload/contract/wire-shapes';
import { LinkButton } from '../../ui/LinkButton';
import { PageHeader } from '../../ui/PageHeader';
import { Status } from '../../ui/Status';
import { usePhrases, useWords } from '../../ui/words';
import { viewFailure, viewLead, viewTitle } from './flow-view';
import './flow.css';
import { FlowEnd } from './FlowEnd';
import { FlowSteps } from './FlowSteps';
import { FlowWait } from './FlowWait';

interface FlowPageProps {
  readonly flow: FlowView;
  readonly isSandbox: boolean;
  readonly onDone: (connectionId: string) => void;
  /** Sends the same request again, after another look at it. */
  readonly onAgain: () => void;
  readonly onChange: () => void;
  readonly onProvider: () => void;
  readonly onProfile: () => void;
  /** With what a step sends and gets; without, all that went over the wire for this attempt. */
  readonly onWire: (steps: readonly WireStep[]) => void;
}

/** One attempt to get a consent, step by step, as far as Countersign can see it. */
export function FlowPage({ flow, isSandbox, onDone, onWire, ...ways }: FlowPageProps) {
  const say = useWords();
  const phrase = usePhrases();
  const { phase, connectionId, providerName } = flow;
  const lead = viewLead(flow);
  const failure = viewFailure(flow);
  const title = phrase(viewTitle(flow));

  useEffect(() => {
    if (phase === 'done' && connectionId !== null) onDone(connectionId);
  }, [phase, connectionId, onDone]);

  return (
    <div className="page">
      {/* A new heading when it ends, which takes the focus: the button that had it is gone. */}
      <PageHeader
        key={failure === null ? 'under-way' : 'ended'}
        eyebrow={say('flow.step', { provider: providerName })}
        title={title}
        isSandbox={isSandbox}
        {...(lead === null ? {} : { lead: phrase(lead) })}
      />
      <Status className="visually-hidden">{lead === null ? title : `${title}. ${phrase(lead)}`}</Status>
      {failure === null ? null : (
        <FlowEnd
          failure={failure}
          isSandbox={isSandbox}
          {...ways}
          onConsent={connectionId === null ? null : () => onDone(connectionId)}
        />
      )}
      {phase === 'asking' || phase === 'at-provider' ? <FlowWait flow={flow} isSandbox={isSandbox} /> : null}
      <FlowSteps flow={flow} onWire={onWire} />
      <p>
        <LinkButton onPress={() => onWire([])}>{say('wire.show')}</LinkButton>
      </p>
    </div>
  );
}
