import type { Failure } from '../../preload/contract/failure';
import {
  FLOW_STEPS,
  type FlowStep,
  type FlowStepName,
  type FlowView,
} from '../../preload/contract/flow-shapes';

/** What can happen to a flow. Times are epoch milliseconds, UTC. */
export type FlowEvent =
  /** The provider took the request; the browser is on its way. */
  | {
      readonly kind: 'sent-to-provider';
      readonly providerHost: string;
      readonly requestExpiresAtMs: number;
      readonly waitsUntilMs: number;
    }
  /** Something came to the redirect URI that does not belong to this flow. */
  | { readonly kind: 'foreign-answer' }
  /** The browser brought back a code that belongs to this flow. */
  | { readonly kind: 'came-back' }
  | { readonly kind: 'exchanged' }
  | { readonly kind: 'read'; readonly connectionId: string }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly connectionId?: string }
  | { readonly kind: 'cancelled' };

/** The steps that happen at the provider, out of our sight, until the browser comes back. */
const AT_PROVIDER: readonly FlowStepName[] = ['sign-in', 'consent-page', 'choose-accounts', 'decide'];

const RUNNING: ReadonlyArray<FlowView['phase']> = ['asking', 'at-provider', 'exchanging', 'reading'];

/** Whether a flow can still change. */
export function isRunning(flow: FlowView): boolean {
  return RUNNING.includes(flow.phase);
}

export interface NewFlow {
  readonly flowId: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly answerBy: FlowView['answerBy'];
  readonly nowMs: number;
}

/** A flow whose first step has begun. */
export function newFlow({ nowMs, ...facts }: NewFlow): FlowView {
  const steps = FLOW_STEPS.map(
    (name): FlowStep => ({ name, state: 'todo', startedAtMs: null, endedAtMs: null }),
  );
  return {
    ...facts,
    providerHost: null,
    phase: 'asking',
    steps: withSteps(steps, ['ask'], begun(nowMs)),
    requestExpiresAtMs: null,
    waitsUntilMs: null,
    foreignAnswers: 0,
    failure: null,
    connectionId: null,
  };
}

/**
 * The flow after an event. An event that does not fit the phase changes nothing: a late answer
 * cannot bring a cancelled flow back to life.
 */
export function advance(flow: FlowView, event: FlowEvent, nowMs: number): FlowView {
  if (!isRunning(flow)) return flow;
  switch (event.kind) {
    case 'sent-to-provider':
      return flow.phase === 'asking' ? sentToProvider(flow, event, nowMs) : flow;
    case 'foreign-answer':
      return { ...flow, foreignAnswers: flow.foreignAnswers + 1 };
    case 'came-back':
      return flow.phase === 'at-provider' ? cameBack(flow, nowMs) : flow;
    case 'exchanged':
      return flow.phase === 'exchanging'
        ? { ...flow, phase: 'reading', steps: handOver(flow.steps, 'exchange', 'read', nowMs) }
        : flow;
    case 'read': {
      if (flow.phase !== 'reading') return flow;
      return {
        ...flow,
        phase: 'done',
        steps: withSteps(flow.steps, ['read'], ended(nowMs)),
        connectionId: event.connectionId,
      };
    }
    case 'failed': {
      const { failure, connectionId = null } = event;
      return { ...stopped(flow, nowMs), phase: 'failed', failure, connectionId };
    }
    case 'cancelled':
      return { ...stopped(flow, nowMs), phase: 'cancelled', failure: { kind: 'flow-cancelled' } };
  }
}

type SentToProvider = Extract<FlowEvent, { kind: 'sent-to-provider' }>;

function sentToProvider(flow: FlowView, event: SentToProvider, nowMs: number): FlowView {
  const asked = withSteps(flow.steps, ['ask'], ended(nowMs));
  return {
    ...flow,
    phase: 'at-provider',
    providerHost: event.providerHost,
    requestExpiresAtMs: event.requestExpiresAtMs,
    waitsUntilMs: event.waitsUntilMs,
    steps: withSteps(asked, AT_PROVIDER, (step) => ({ ...step, state: 'at-provider', startedAtMs: nowMs })),
  };
}

function cameBack(flow: FlowView, nowMs: number): FlowView {
  const decided = withSteps(flow.steps, AT_PROVIDER, ended(nowMs));
  return {
    ...flow,
    phase: 'exchanging',
    requestExpiresAtMs: null,
    waitsUntilMs: null,
    steps: withSteps(decided, ['exchange'], begun(nowMs)),
  };
}

// What was done stays done; what was under way has failed; what had not begun never will.
function stopped(flow: FlowView, nowMs: number): FlowView {
  const steps = flow.steps.map((step): FlowStep => {
    if (step.state === 'active') return { ...step, state: 'failed', endedAtMs: nowMs };
    if (step.state !== 'at-provider') return step;
    return step.name === 'decide'
      ? { ...step, state: 'failed', endedAtMs: nowMs }
      : { ...step, state: 'todo', startedAtMs: null };
  });
  return { ...flow, requestExpiresAtMs: null, waitsUntilMs: null, steps };
}

function handOver(
  steps: readonly FlowStep[],
  from: FlowStepName,
  to: FlowStepName,
  nowMs: number,
): FlowStep[] {
  return withSteps(withSteps(steps, [from], ended(nowMs)), [to], begun(nowMs));
}

function withSteps(
  steps: readonly FlowStep[],
  names: readonly FlowStepName[],
  change: (step: FlowStep) => FlowStep,
): FlowStep[] {
  return steps.map((step) => (names.includes(step.name) ? change(step) : step));
}

function begun(nowMs: number) {
  return (step: FlowStep): FlowStep => ({ ...step, state: 'active', startedAtMs: nowMs });
}

function ended(nowMs: number) {
  return (step: FlowStep): FlowStep => ({ ...step, state: 'done', endedAtMs: nowMs });
}
