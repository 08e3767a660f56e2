import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { readConnection, type ReadDeps } from '../connections/read-connection';
import type { OnResume } from '../ports/resume';
import type { UserAgent } from '../ports/user-agent';
import type { ProviderProfile } from '../records/provider-profile';
import { type AskDeps, type AskedConsent, askForConsent } from './ask-for-consent';
import type { FlowEvent } from './flow';
import { type Agreement, keepConnection, type KeepDeps } from './keep-connection';

export interface FlowDeps extends AskDeps, KeepDeps, ReadDeps {
  readonly userAgent: UserAgent;
  /** How long the browser step may take, in milliseconds. */
  readonly browserWaitMs: number;
  readonly onResume: OnResume;
}

export interface FlowInput {
  readonly profile: ProviderProfile;
  readonly agreement: Agreement;
  readonly signal: AbortSignal;
  /** Hears of each step as it happens. */
  readonly onEvent: (event: FlowEvent) => void;
  /** Hears what the flow waits for, so that the page can be opened again and the answer be pasted. */
  readonly onWaiting: (waiting: Waiting) => void;
}

/** A flow whose person is at the provider. */
export interface Waiting {
  /** The provider's page. */
  readonly page: URL;
  readonly redirectUri: string;
  readonly paste: AskedConsent['paste'];
}

/**
 * One attempt to get a connection, from the first request to the first data.
 * Whatever way it ends, no listener and no bank window is left.
 */
export async function runFlow(deps: FlowDeps, input: FlowInput): Promise<void> {
  const { profile, agreement, signal, onEvent } = input;
  const asked = await askForConsent(deps, profile, agreement.authorizationDetails, {
    signal,
    onForeignAnswer: () => onEvent({ kind: 'foreign-answer' }),
  });
  if (!asked.ok) return onEvent({ kind: 'failed', failure: asked.error });

  const parameters = await letThePersonDecide(deps, asked.value, input);
  deps.userAgent.close();
  if (!parameters.ok) return onEvent({ kind: 'failed', failure: parameters.error });
  onEvent({ kind: 'came-back' });

  const connection = await keepConnection(deps, asked.value, agreement, {
    parameters: parameters.value,
    signal,
  });
  if (!connection.ok) return onEvent({ kind: 'failed', failure: connection.error });
  onEvent({ kind: 'exchanged' });

  const { connectionId } = connection.value;
  const read = await readConnection(deps, asked.value.client, connectionId, signal);
  // The grant and its tokens are kept even if it could not be read now: it can be read again later.
  onEvent(read.ok ? { kind: 'read', connectionId } : { kind: 'failed', failure: read.error, connectionId });
}

async function letThePersonDecide(
  deps: FlowDeps,
  { pushed, listener, answer, paste }: AskedConsent,
  { profile, signal, onEvent, onWaiting }: FlowInput,
): Promise<Result<URLSearchParams, Failure>> {
  if (signal.aborted) {
    listener.close();
    return fail({ kind: 'flow-cancelled' });
  }
  onWaiting({ page: pushed.authorizeUrl, redirectUri: listener.redirectUri, paste });
  onEvent({
    kind: 'sent-to-provider',
    providerHost: pushed.authorizeUrl.host,
    requestExpiresAtMs: pushed.expiresAtMs,
    waitsUntilMs: deps.nowMs() + deps.browserWaitMs,
  });
  const end = await Promise.race([
    answer,
    endOfWaiting(deps, signal, profile.name),
    whyNotShown(deps.userAgent, profile, pushed.authorizeUrl),
  ]).catch((cause: unknown) => {
    listener.close();
    throw cause;
  });
  if (end.kind === 'code') return ok(end.parameters);
  // After an answer the browser still fetches its last page; the listener then goes by itself.
  if (end.kind === 'unanswered') listener.close();
  return fail(end.failure);
}

/** Why the wait for the browser ended without an answer. */
interface Unanswered {
  readonly kind: 'unanswered';
  readonly failure: Failure;
}

/** Shows the page. Resolves only when that fails: a page that is shown is not an answer. */
function whyNotShown(userAgent: UserAgent, profile: ProviderProfile, page: URL): Promise<Unanswered> {
  return new Promise((resolve, reject) => {
    userAgent.open(profile, page).then((opened) => {
      if (!opened.ok) resolve({ kind: 'unanswered', failure: opened.error });
    }, reject);
  });
}

/** Resolves when the person cancels, or when the time for the browser step is over. */
function endOfWaiting(
  { browserWaitMs, nowMs, onResume }: FlowDeps,
  signal: AbortSignal,
  providerName: string,
): Promise<Unanswered> {
  const untilMs = nowMs() + browserWaitMs;
  return new Promise((resolve) => {
    const end = (failure: Failure) => {
      clearTimeout(timer);
      stopListening();
      resolve({ kind: 'unanswered', failure });
    };
    const expired = () => end({ kind: 'request-expired', providerName });
    const cancelled = () => end({ kind: 'flow-cancelled' });
    const timer = setTimeout(expired, browserWaitMs);
    timer.unref();
    // A timer does not count the time that the machine slept; what the screen promised is by the clock.
    const stopListening = onResume(() => {
      if (nowMs() >= untilMs) expired();
    });
    if (signal.aborted) cancelled();
    signal.addEventListener('abort', cancelled);
  });
}
