import type { Failure } from '../../../preload/contract/failure';
import type { FlowStep, FlowView } from '../../../preload/contract/flow-shapes';
import type { WireStep } from '../../../preload/contract/wire-shapes';
import type { Phrase } from '../../ui/words';

/** Who acts in a step. */
export type Actor = 'you' | 'recipient' | 'provider';

/**
 * What a step looks like. When the flow has ended: `stopped` was under way, `unreached` never began, and of
 * `unseen` nobody here knows whether it did.
 */
type StepState = FlowStep['state'] | 'stopped' | 'unreached' | 'unseen';

/** One of the seven steps as a row. */
export interface FlowRow {
  readonly name: FlowStep['name'];
  readonly number: number;
  readonly actor: Actor;
  readonly title: Phrase;
  readonly state: StepState;
  readonly stateWord: Phrase;
  readonly atMs: number | null;
  readonly duration: Phrase | null;
  /** The standards by name, for the developer depth. */
  readonly standards: Phrase;
  /** What the step sends and gets, the most telling first; empty for what is not seen from here or has not begun. */
  readonly wireSteps: readonly WireStep[];
}

const ACTORS = {
  ask: 'recipient',
  'sign-in': 'you',
  'consent-page': 'provider',
  'choose-accounts': 'you',
  decide: 'you',
  exchange: 'recipient',
  read: 'recipient',
} as const satisfies Record<FlowStep['name'], Actor>;

const WIRE_STEPS: Readonly<Partial<Record<FlowStep['name'], readonly WireStep[]>>> = {
  ask: ['par', 'discovery'],
  'sign-in': ['authorize'],
  decide: ['callback'],
  exchange: ['token'],
  read: ['consent', 'accounts'],
};

/** Steps that Countersign does itself, so that it can say how long they took. */
const MEASURED: readonly FlowStep['name'][] = ['ask', 'exchange', 'read'];

/** Steps that nobody here sees begin or end. */
const UNSEEN: readonly FlowStep['name'][] = ['consent-page', 'choose-accounts'];

/** Steps between the way to the provider and the way back. */
const AT_PROVIDER: readonly FlowStep['name'][] = ['sign-in', ...UNSEEN];

/** Whether the flow has come to an end that is not a consent. */
function hasStopped({ phase }: FlowView): boolean {
  return phase === 'failed' || phase === 'cancelled';
}

/** The seven steps as rows. */
export function viewSteps(flow: FlowView): readonly FlowRow[] {
  const values = { provider: flow.providerName };
  return flow.steps.map((step, index) => {
    const state = stateOf(step, flow);
    const isDeclined = flow.failure?.kind === 'declined' && step.state === 'failed';
    return {
      name: step.name,
      number: index + 1,
      actor: ACTORS[step.name],
      title: { id: `flow.step.${step.name}`, values },
      state,
      stateWord: { id: isDeclined ? 'flow.state.declined' : `flow.state.${state}`, values },
      atMs: momentOf(step),
      duration: MEASURED.includes(step.name) ? viewDuration(step) : null,
      standards: { id: standardsOf(step, flow) },
      wireSteps: hasBegun(step, flow) ? (WIRE_STEPS[step.name] ?? []) : [],
    };
  });
}

function standardsOf({ name }: FlowStep, { answerBy }: FlowView): Phrase['id'] {
  return name === 'decide' && answerBy !== 'loopback'
    ? 'flow.standards.decide.link'
    : `flow.standards.${name}`;
}

/** An answer of no, or a change of mind, is an end but not a failure. What had not begun by then never will. */
function stateOf({ name, state }: FlowStep, flow: FlowView): StepState {
  const isOwnDoing = flow.failure?.kind === 'declined' || flow.phase === 'cancelled';
  if (state === 'failed' && isOwnDoing) return 'stopped';
  if (!hasStopped(flow)) return state;
  if (state === 'active' || state === 'at-provider') return 'stopped';
  if (state !== 'todo') return state;
  return AT_PROVIDER.includes(name) && wasAtProvider(flow) ? 'unseen' : 'unreached';
}

function wasAtProvider({ steps }: FlowView): boolean {
  return steps.some(({ name, state }) => name === 'decide' && state !== 'todo');
}

function hasBegun({ name, state }: FlowStep, flow: FlowView): boolean {
  if (name === 'sign-in') return wasAtProvider(flow);
  // Until the browser is back there is no callback.
  return state !== 'todo' && state !== 'at-provider';
}

/** For the decision it is the moment of coming back; for all others the start. */
function momentOf({ name, startedAtMs, endedAtMs }: FlowStep): number | null {
  if (UNSEEN.includes(name)) return null;
  return name === 'decide' ? endedAtMs : startedAtMs;
}

function viewDuration({ startedAtMs, endedAtMs }: FlowStep): Phrase | null {
  if (startedAtMs === null || endedAtMs === null) return null;
  const tookMs = endedAtMs - startedAtMs;
  return tookMs < 1000
    ? { id: 'flow.duration.ms', values: { count: tookMs } }
    : { id: 'flow.duration.s', values: { count: tookMs / 1000 } };
}

/** Endings that have a heading of their own. */
const TITLES: Readonly<Partial<Record<Failure['kind'], Phrase['id']>>> = {
  declined: 'flow.title.declined',
  'request-expired': 'flow.title.expired',
  'flow-cancelled': 'flow.title.cancelled',
};

/** The heading of the page. */
export function viewTitle({ phase, providerName, failure }: FlowView): Phrase {
  if (phase !== 'failed') return { id: `flow.title.${phase}`, values: { provider: providerName } };
  return { id: failure === null ? 'flow.title.failed' : (TITLES[failure.kind] ?? 'flow.title.failed') };
}

/** What is going on, in one sentence; null when a failure says it. */
export function viewLead(flow: FlowView): Phrase | null {
  const { phase, providerName } = flow;
  if (phase === 'failed' || phase === 'cancelled') return null;
  return { id: `flow.lead.${phase}`, values: { provider: providerName } };
}

/** Why it ended; a cancelled flow has a reason even if main gives none. */
export function viewFailure({ phase, failure }: FlowView): Failure | null {
  if (failure !== null) return failure;
  return phase === 'cancelled' ? { kind: 'flow-cancelled' } : null;
}

/** How long the link to the bank's page is still good; null when no link waits to be used. */
export function viewCountdown(flow: FlowView, nowMs: number): Phrase | null {
  if (flow.phase !== 'at-provider' || flow.requestExpiresAtMs === null) return null;
  const seconds = Math.ceil((flow.requestExpiresAtMs - nowMs) / 1000);
  return seconds > 0 ? { id: 'flow.left', values: { seconds } } : { id: 'flow.left.none' };
}
