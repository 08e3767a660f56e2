import { Check, CircleDashed, Eye, EyeOff, Square, X } from 'lucide-react';

import type { FlowView } from '../../../preload/contract/flow-shapes';
import { Instant } from '../../ui/Instant';
import { useDepth } from '../../ui/preferences';
import { Phrased, useWords } from '../../ui/words';
import { viewSteps } from './flow-view';
import type { Actor, FlowRow } from './flow-view';

const LANES = ['you', 'recipient', 'provider'] as const satisfies readonly Actor[];

const SHAPES = {
  todo: CircleDashed,
  active: Eye,
  'at-provider': EyeOff,
  done: Check,
  failed: X,
  stopped: Square,
} as const;

/** The seven steps: whose turn each is, how far it is, when it was and how long it took. */
export function FlowSteps({ flow }: { readonly flow: FlowView }) {
  const say = useWords();
  const names = {
    you: say('flow.lane.you'),
    recipient: say('flow.lane.recipient'),
    provider: flow.providerName,
  };
  return (
    <section aria-label={say('flow.steps')}>
      <div className="flow-lanes" aria-hidden>
        {LANES.map((lane) => (
          <span key={lane}>{names[lane]}</span>
        ))}
      </div>
      <ol className="flow-steps">
        {viewSteps(flow).map((row) => (
          <FlowStepRow key={row.name} row={row} actorName={names[row.actor]} />
        ))}
      </ol>
    </section>
  );
}

function FlowStepRow({ row, actorName }: { readonly row: FlowRow; readonly actorName: string }) {
  const say = useWords();
  const depth = useDepth();
  const Shape = SHAPES[row.state];
  const isCurrent = row.state === 'active' || row.state === 'at-provider';
  return (
    <li className={`flow-step flow-step-${row.state}`} aria-current={isCurrent ? 'step' : undefined}>
      {LANES.map((lane) => (
        <span key={lane} className="flow-lane" aria-hidden>
          {lane === row.actor ? <span className="flow-dot">{row.number}</span> : null}
        </span>
      ))}
      <div className="flow-words">
        <p className="flow-actor">{say('flow.actor', { actor: actorName })}</p>
        <p className="flow-step-title">
          <Phrased phrase={row.title} />
        </p>
        {depth === 'plain' ? null : (
          <p className="flow-standards">
            <Phrased phrase={row.standards} />
          </p>
        )}
      </div>
      <p className="flow-state">
        <Shape size={16} aria-hidden />
        <Phrased phrase={row.stateWord} />
      </p>
      <p className="flow-time">
        {row.atMs === null ? null : <Instant atMs={row.atMs} style="clock" />}
        {row.duration === null ? null : (
          <span className="flow-duration">
            <Phrased phrase={row.duration} />
          </span>
        )}
      </p>
    </li>
  );
}
