import { Check, CircleDashed, Eye, EyeOff, Minus, Square, X } from 'lucide-react';

import type { FlowView } from '../../../preload/contract/flow-shapes';
import type { WireStep } from '../../../preload/contract/wire-shapes';
import { Instant } from '../../ui/Instant';
import { LinkButton } from '../../ui/LinkButton';
import { useDepth } from '../../ui/preferences';
import { Phrased, usePhrases, useWords } from '../../ui/words';
import { type Actor, type FlowRow, viewSteps } from './flow-view';

const LANES = ['you', 'recipient', 'provider'] as const satisfies readonly Actor[];

/** The longest name that stands above a lane; each row says the whole of it. */
const LANE_LETTERS = 24;

const SHAPES = {
  todo: CircleDashed,
  active: Eye,
  'at-provider': EyeOff,
  done: Check,
  failed: X,
  stopped: Square,
  unreached: Minus,
  unseen: EyeOff,
} as const;

interface FlowStepsProps {
  readonly flow: FlowView;
  readonly onWire: (steps: readonly WireStep[]) => void;
}

/** The seven steps: whose turn each is, how far it is, when it was and how long it took. */
export function FlowSteps({ flow, onWire }: FlowStepsProps) {
  const say = useWords();
  const names = {
    you: say('flow.lane.you'),
    recipient: say('flow.lane.recipient'),
    provider: flow.providerName,
  };
  const laneName = (name: string) => (name.length > LANE_LETTERS ? say('flow.lane.provider') : name);
  return (
    <section aria-label={say('flow.steps')}>
      <div className="flow-lanes" aria-hidden>
        {LANES.map((lane) => (
          <span key={lane}>{laneName(names[lane])}</span>
        ))}
      </div>
      <ol className="flow-steps">
        {viewSteps(flow).map((row) => (
          <FlowStepRow key={row.name} row={row} actorName={names[row.actor]} onWire={onWire} />
        ))}
      </ol>
    </section>
  );
}

interface FlowStepRowProps {
  readonly row: FlowRow;
  readonly actorName: string;
  readonly onWire: (steps: readonly WireStep[]) => void;
}

function FlowStepRow({ row, actorName, onWire }: FlowStepRowProps) {
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
      <FlowTime row={row} onWire={onWire} />
    </li>
  );
}

/** When a step was and how long it took, with the way to what went over the wire for it. */
function FlowTime({ row, onWire }: Omit<FlowStepRowProps, 'actorName'>) {
  const say = useWords();
  const phrase = usePhrases();
  const depth = useDepth();
  const { atMs, duration, wireSteps, title } = row;
  return (
    <p className="flow-time">
      {atMs === null ? null : <Instant atMs={atMs} style="clock" />}
      {duration === null ? null : (
        <span className="flow-duration">
          <Phrased phrase={duration} />
        </span>
      )}
      {depth === 'plain' || wireSteps.length === 0 ? null : (
        <LinkButton label={say('flow.wire.step', { step: phrase(title) })} onPress={() => onWire(wireSteps)}>
          {say('flow.wire')}
        </LinkButton>
      )}
    </p>
  );
}
