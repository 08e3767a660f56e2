import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';

import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { ProviderClient, ProviderClients } from '../connections/provider-clients';
import { explainRefusal } from '../credentials/registered';
import { scopesFor } from '../fdx/scopes';
import { type Callback, readCallback } from '../oauth/callback';
import { type Attempt, type PushedRequest, pushRequest } from '../oauth/pushed-request';
import type { AnswerListener, ListenForAnswer, Verdict } from '../ports/answer-listener';
import type { ProviderProfile } from '../records/provider-profile';

export interface AskDeps {
  readonly clients: ProviderClients;
  readonly listen: ListenForAnswer;
  readonly nowMs: () => number;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  /** Hears of each answer that came and does not belong to this attempt. */
  readonly onForeignAnswer: () => void;
}

/** A request that the provider has taken, and the place where its answer will arrive. */
export interface AskedConsent {
  readonly client: ProviderClient;
  readonly attempt: Attempt;
  /** The scopes that were asked for, space-delimited. */
  readonly scope: string;
  readonly listener: AnswerListener;
  readonly pushed: PushedRequest;
  /** Takes an answer that the person pasted, as the listener would, which is then closed. */
  readonly paste: (callback: URL) => Promise<Verdict>;
  /** Resolves with the first answer that belongs to this attempt; stays open for ever if none comes. */
  readonly answer: Promise<Exclude<Callback, { kind: 'foreign' }>>;
}

/**
 * Step 1: finds the provider's endpoints, opens the place for the answer and pushes the consent request.
 * When any of it fails, nothing is left open.
 *
 * @see RFC 9126 section 2, RFC 9396 section 2, RFC 8252 section 7
 */
export async function askForConsent(
  deps: AskDeps,
  profile: ProviderProfile,
  authorizationDetails: AuthorizationDetails,
  { signal, onForeignAnswer }: AskOptions,
): Promise<Result<AskedConsent, Failure>> {
  const opened = await deps.clients.open(profile, signal);
  if (!opened.ok) return opened;
  const client = opened.value;
  const attempt = {
    codeVerifier: randomPKCECodeVerifier(),
    state: randomState(),
    nonce: randomNonce(),
  };

  const scope = profile.scopes ?? scopesFor(authorizationDetails);
  const waiting = await waitForAnswer(deps, client, { ...attempt, scope }, onForeignAnswer);
  if (!waiting.ok) return waiting;
  const { listener } = waiting.value;

  const { http, metadata, identity } = client;
  const { name: providerName } = profile;
  const pushed = await pushRequest(
    { http, metadata, identity, providerName, nowMs: deps.nowMs, signal },
    {
      redirectUri: listener.redirectUri,
      scope,
      authorizationDetails: profile.authorizationDetails === 'sent' ? authorizationDetails : null,
    },
    attempt,
  );
  if (!pushed.ok) {
    listener.close();
    return fail(explainRefusal(pushed.error, client));
  }
  return ok({ client, attempt, scope, pushed: pushed.value, ...waiting.value });
}

async function waitForAnswer(
  deps: AskDeps,
  { profile, metadata, identity, http }: ProviderClient,
  { state, scope }: Attempt & Pick<AskedConsent, 'scope'>,
  onForeignAnswer: () => void,
): Promise<Result<Pick<AskedConsent, 'listener' | 'answer' | 'paste'>, Failure>> {
  // Promise.withResolvers is younger than the oldest Node that this runs on.
  let settle: (callback: Awaited<AskedConsent['answer']>) => void = () => undefined;
  let breakOff: (cause: unknown) => void = () => undefined;
  const answer: AskedConsent['answer'] = new Promise((resolve, reject) => {
    settle = resolve;
    breakOff = reject;
  });
  answer.catch(() => null); // whoever waits for it hears of it; nobody does while the request is being pushed
  const { name: providerName } = profile;
  const context = { metadata, identity, http, providerName, expectedState: state, scope, allows: profile };
  const onAnswer = async (url: URL): Promise<Verdict> => {
    try {
      const callback = await readCallback(url, context);
      if (callback.kind === 'foreign') {
        onForeignAnswer();
        return 'foreign';
      }
      settle(callback);
    } catch (cause) {
      breakOff(cause);
    }
    return 'accepted';
  };
  const listening = await deps.listen({ redirect: profile.redirect, onAnswer });
  if (!listening.ok) return listening;
  const listener = listening.value;
  const paste = async (url: URL): Promise<Verdict> => {
    const verdict = await onAnswer(url);
    if (verdict === 'accepted') listener.close(); // no browser is coming any more
    return verdict;
  };
  return ok({ listener, answer, paste });
}
