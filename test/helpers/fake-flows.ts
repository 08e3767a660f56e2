import type { Failure } from '../../preload/contract/failure';
import type { FlowStep, FlowView } from '../../preload/contract/flow-shapes';

const NAMES: readonly FlowStep['name'][] = [
  'ask',
  'sign-in',
  'consent-page',
  'choose-accounts',
  'decide',
  'exchange',
  'read',
];

const untouched = (name: FlowStep['name']): FlowStep => ({
  name,
  state: 'todo',
  startedAtMs: null,
  endedAtMs: null,
});

/** A flow whose request is being sent. */
export function askingFlow(nowMs: number, change: Partial<FlowView> = {}): FlowView {
  return {
    flowId: 'flow-1',
    providerId: 'sandbox',
    providerName: 'Sandbox Bank',
    providerHost: null,
    answerBy: 'loopback',
    phase: 'asking',
    steps: NAMES.map((name) =>
      name === 'ask' ? { name, state: 'active', startedAtMs: nowMs, endedAtMs: null } : untouched(name),
    ),
    requestExpiresAtMs: null,
    waitsUntilMs: null,
    foreignAnswers: 0,
    failure: null,
    connectionId: null,
    ...change,
  };
}

/** A flow that waits for the browser to come back. */
export function waitingFlow(nowMs: number, change: Partial<FlowView> = {}): FlowView {
  return askingFlow(nowMs, {
    providerHost: '127.0.0.1:9080',
    phase: 'at-provider',
    requestExpiresAtMs: nowMs + 54_000,
    waitsUntilMs: nowMs + 600_000,
    steps: NAMES.map((name, index) => {
      if (index === 0) return { name, state: 'done', startedAtMs: nowMs - 4031, endedAtMs: nowMs - 4000 };
      if (index > 4) return untouched(name);
      return { name, state: 'at-provider', startedAtMs: nowMs - 4000, endedAtMs: null };
    }),
    ...change,
  });
}

/** A flow that reads the accounts. */
export function readingFlow(nowMs: number, change: Partial<FlowView> = {}): FlowView {
  return askingFlow(nowMs, {
    providerHost: '127.0.0.1:9080',
    phase: 'reading',
    steps: NAMES.map((name, index) => {
      if (index === 6) return { name, state: 'active', startedAtMs: nowMs, endedAtMs: null };
      return { name, state: 'done', startedAtMs: nowMs - 22_000 + index * 3000, endedAtMs: nowMs - 400 };
    }),
    ...change,
  });
}

/** A flow that came to an end at the bank. */
export function endedFlow(nowMs: number, failure: Failure): FlowView {
  const waiting = waitingFlow(nowMs);
  const isCancelled = failure.kind === 'flow-cancelled';
  return {
    ...waiting,
    phase: isCancelled ? 'cancelled' : 'failed',
    requestExpiresAtMs: null,
    waitsUntilMs: null,
    failure,
    steps: waiting.steps.map((step) => {
      if (step.name === 'decide') return { ...step, state: 'failed', endedAtMs: nowMs };
      if (step.state === 'at-provider' && !isCancelled) return { ...step, state: 'done', endedAtMs: nowMs };
      return step;
    }),
  };
}

/** A flow whose request the bank did not take. */
export function refusedFlow(nowMs: number): FlowView {
  const failure: Failure = {
    kind: 'provider-refused',
    providerName: 'Sandbox Bank',
    stage: 'par',
    status: 400,
    code: 'invalid_authorization_details',
    description: 'lookbackPeriod must be at most 730 days',
    member: 'consentRequest.lookbackPeriod',
  };
  const asking = askingFlow(nowMs, { phase: 'failed', failure });
  return {
    ...asking,
    steps: asking.steps.map((step) =>
      step.name === 'ask' ? { ...step, state: 'failed', endedAtMs: nowMs + 24 } : step,
    ),
  };
}
