import type { Failure } from '../../preload/contract/failure';
import type { FlowView } from '../../preload/contract/flow-shapes';
import { PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { ProviderProfile } from '../records/provider-profile';
import { readPastedCallback } from '../security/addresses';
import type { ExchangeRecorder } from '../wire/exchange-recorder';
import { advance, type FlowEvent, isRunning, newFlow } from './flow';
import type { Agreement } from './keep-connection';
import { type FlowDeps, runFlow, type Waiting } from './run-flow';

export interface FlowsDeps extends FlowDeps {
  /** Tells the window that a flow or the list of consents has changed. */
  readonly changed: (topic: 'flow' | 'consents') => void;
  /** Hears of a connection whose consent and accounts have been read. */
  readonly onRead: (connectionId: string) => void;
  /** Makes links lead to this app where that is ours to do, and says whether they do. */
  readonly claimLinks: () => boolean;
  /** Records a bug and returns a reference to it. */
  readonly reportUnexpected: (cause: unknown) => string;
  /** Keeps what a flow exchanges under its id. */
  readonly wire: Pick<ExchangeRecorder, 'during' | 'joinFlow'>;
}

/** The flows of this session. They live in memory alone: an app that is killed leaves no half flow behind. */
export interface Flows {
  /** Starts a flow. One that is still running is cancelled first: a person gives one consent at a time. */
  readonly start: (profile: ProviderProfile, agreement: Omit<Agreement, 'agreedAtMs'>) => FlowView;
  readonly get: (flowId: string) => Result<FlowView, Failure>;
  readonly cancel: (flowId: string) => Result<FlowView, Failure>;
  /** Shows the bank's page once more. */
  readonly reopen: (flowId: string) => Promise<Result<null, Failure>>;
  /** Takes the address of the answer from the person, where the browser could not bring it. */
  readonly paste: (flowId: string, address: string) => Promise<Result<null, Failure>>;
  /** Cancels what runs with a provider, and waits until nothing of it is left. */
  readonly cancelAt: (providerId: string) => Promise<void>;
  /** Cancels what runs and waits until nothing of it is left. */
  readonly close: () => Promise<void>;
}

interface Attempted {
  view: FlowView;
  readonly profile: ProviderProfile;
  readonly cancelling: AbortController;
  waiting: Waiting | null;
  finished: Promise<void>;
}

/** @param edges what flows need of the world */
export function createFlows(deps: FlowsDeps): Flows {
  const flows = new Map<string, Attempted>();

  function apply(flow: Attempted, event: FlowEvent): void {
    flow.view = advance(flow.view, event, deps.nowMs());
    joinConnection(deps, flow, event);
    deps.changed('flow');
    if (event.kind === 'exchanged' || event.kind === 'read') deps.changed('consents');
  }

  function cancelRunning(flow: Attempted): FlowView {
    if (!isRunning(flow.view)) return flow.view;
    apply(flow, { kind: 'cancelled' });
    flow.cancelling.abort();
    return flow.view;
  }

  async function cancelAndWait(concerned: readonly Attempted[]): Promise<void> {
    for (const flow of concerned) cancelRunning(flow);
    await Promise.all(concerned.map(({ finished }) => finished));
  }

  function withFlow<Value>(flowId: string, use: (flow: Attempted) => Value): Result<Value, Failure> {
    const flow = flows.get(flowId);
    return flow === undefined ? fail({ kind: 'flow-unknown' }) : ok(use(flow));
  }

  return {
    start: (profile, agreed) => {
      for (const running of flows.values()) cancelRunning(running);
      const flow = attempt(deps, profile);
      flows.set(flow.view.flowId, flow);
      const agreement = { ...agreed, agreedAtMs: deps.nowMs() };
      flow.finished = runGuarded(deps, flow, agreement, (event) => apply(flow, event));
      return flow.view;
    },
    get: (flowId) => withFlow(flowId, ({ view }) => view),
    cancel: (flowId) => withFlow(flowId, cancelRunning),
    reopen: async (flowId) => showPage(deps, flows.get(flowId)),
    paste: (flowId, address) => pasteInto(flows.get(flowId), address),
    cancelAt: (providerId) =>
      cancelAndWait([...flows.values()].filter(({ profile }) => profile.providerId === providerId)),
    close: () => cancelAndWait([...flows.values()]),
  };
}

function joinConnection(
  deps: FlowsDeps,
  { view: { flowId, connectionId } }: Attempted,
  event: FlowEvent,
): void {
  if (connectionId !== null) deps.wire.joinFlow(flowId, connectionId);
  if (event.kind === 'read') deps.onRead(event.connectionId);
}

function scopeOf({ view: { flowId, providerId } }: Attempted) {
  return { flowId, providerId };
}

async function showPage(deps: FlowsDeps, flow: Attempted | undefined): Promise<Result<null, Failure>> {
  const waiting = flow?.view.phase === 'at-provider' ? flow.waiting : null;
  return flow === undefined || waiting === null
    ? fail({ kind: 'flow-unknown' })
    : deps.wire.during(scopeOf(flow), () => deps.userAgent.open(flow.profile, waiting.page));
}

async function pasteInto(flow: Attempted | undefined, address: string): Promise<Result<null, Failure>> {
  const waiting = flow?.view.phase === 'at-provider' ? flow.waiting : null;
  if (waiting === null) return fail({ kind: 'flow-unknown' });
  const callback = readPastedCallback(address, waiting.redirectUri);
  if (!callback.ok) return callback;
  return (await waiting.paste(callback.value)) === 'accepted'
    ? ok(null)
    : fail({ kind: 'callback-not-ours', reason: 'other-answer' });
}

function attempt(deps: FlowsDeps, profile: ProviderProfile): Attempted {
  const { providerId, name: providerName, redirect } = profile;
  const byLink = () => (deps.claimLinks() ? 'link' : 'paste');
  const answerBy = redirect.scheme === PRIVATE_USE_SCHEME ? byLink() : 'loopback';
  const view = newFlow({ flowId: deps.newId(), providerId, providerName, answerBy, nowMs: deps.nowMs() });
  return { view, profile, cancelling: new AbortController(), waiting: null, finished: Promise.resolve() };
}

async function runGuarded(
  deps: FlowsDeps,
  flow: Attempted,
  agreement: Agreement,
  onEvent: (event: FlowEvent) => void,
): Promise<void> {
  const { profile, cancelling } = flow;
  const onWaiting = (waiting: Waiting) => {
    flow.waiting = waiting;
  };
  try {
    await deps.wire.during(scopeOf(flow), () =>
      runFlow(deps, { profile, agreement, signal: cancelling.signal, onEvent, onWaiting }),
    );
  } catch (cause) {
    // A flow runs after its IPC reply was sent, so answer() cannot catch what it throws.
    onEvent({ kind: 'failed', failure: { kind: 'unexpected', logReference: deps.reportUnexpected(cause) } });
  } finally {
    flow.waiting = null;
  }
}
