import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import { readConnection } from '../connections/read-connection';
import type { ReadEdges } from '../connections/read-connection';
import type { OnWaking } from '../http/waking';
import type { ProviderProfile } from '../providers/provider-profile';
import { askForConsent } from './ask-for-consent';
import type { AskedConsent, AskEdges } from './ask-for-consent';
import type { FlowEvent } from './flow';
import { keepConnection } from './keep-connection';
import type { Agreement, KeepEdges } from './keep-connection';

/** The browser, or the bank's own window, while a flow is at the provider. */
export interface UserAgent {
  /** Shows the page; called again when the person wants to see it again. */
  readonly open: (profile: ProviderProfile, url: URL) => Promise<Result<null, Failure>>;
  /** Shows a page of the provider that belongs to no flow, and stays when a flow ends. */
  readonly openSite: (profile: ProviderProfile, url: URL) => Promise<Result<null, Failure>>;
  /** The flow does not need its page any more. */
  readonly close: () => void;
}

export interface FlowEdges extends AskEdges, KeepEdges, ReadEdges {
  readonly userAgent: UserAgent;
  /** How long the browser step may take, in milliseconds. */
  readonly browserWaitMs: number;
  readonly onWaking: OnWaking;
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
export async function runFlow(edges: FlowEdges, input: FlowInput): Promise<void> {
  const { profile, agreement, signal, onEvent } = input;
  const asked = await askForConsent(edges, profile, agreement.authorizationDetails, signal);
  if (!asked.ok) return onEvent({ kind: 'failed', failure: asked.error });

  const parameters = await letThePersonDecide(edges, asked.value, input);
  edges.userAgent.close();
  if (!parameters.ok) return onEvent({ kind: 'failed', failure: parameters.error });
  onEvent({ kind: 'came-back' });

  const connection = await keepConnection(edges, asked.value, agreement, {
    parameters: parameters.value,
    signal,
  });
  if (!connection.ok) return onEvent({ kind: 'failed', failure: connection.error });
  onEvent({ kind: 'exchanged' });

  const { connectionId } = connection.value;
  const read = await readConnection(edges, asked.value.client, connectionId, signal);
  // The grant and its tokens are kept even if it could not be read now: it can be read again later.
  onEvent(read.ok ? { kind: 'read', connectionId } : { kind: 'failed', failure: read.error, connectionId });
}

async function letThePersonDecide(
  edges: FlowEdges,
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
    waitsUntilMs: edges.nowMs() + edges.browserWaitMs,
  });
  const end = await Promise.race([
    answer,
    endOfPatience(edges, signal, profile.name),
    whyNotShown(edges.userAgent, profile, pushed.authorizeUrl),
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
function endOfPatience(
  { browserWaitMs, nowMs, onWaking }: FlowEdges,
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
    const stopListening = onWaking(() => {
      if (nowMs() >= untilMs) expired();
    });
    if (signal.aborted) cancelled();
    signal.addEventListener('abort', cancelled);
  });
}
