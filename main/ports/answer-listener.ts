import type { Failure } from '../../preload/contract/failure';
import type { Redirect } from '../../preload/contract/provider-shapes';
import type { Result } from '../../preload/contract/result';

/** Whether an answer that arrived belongs to the waiting flow. */
export type Verdict = 'accepted' | 'foreign';

/** Decides on each answer that comes to the redirect URI. `foreign` ones change nothing. */
export type OnAnswer = (callback: URL) => Verdict | Promise<Verdict>;

/** The place where the answer of one flow will arrive. */
export interface AnswerListener {
  /** The redirect URI of this flow, for example `http://127.0.0.1:51234/callback`. */
  readonly redirectUri: string;
  /**
   * Stops listening. Safe to call twice. Needed only where no answer came: after an accepted one the listener goes
   * by itself.
   */
  readonly close: () => void;
}

/** The two lines that the browser is left with. Ours alone: nothing of the request is ever shown. */
export interface ReturnPage {
  readonly heading: string;
  readonly text: string;
}

/** `localhost` is there for providers that have it registered; the literal cannot be pointed elsewhere. */
type LoopbackHost = '127.0.0.1' | 'localhost';

export interface LoopbackOptions {
  /** Path of the redirect URI, for example `/callback`. */
  readonly path: string;
  /** The name that the redirect URI has for this computer. */
  readonly host: LoopbackHost;
  /** Fixed port, or null for one that is free. */
  readonly port: number | null;
  /** Decides on each answer that comes to the path. `foreign` ones are told so. */
  readonly onAnswer: OnAnswer;
  /** Words of the page that the browser is left with. */
  readonly pages: { readonly accepted: ReturnPage; readonly foreign: ReturnPage };
}

export interface LoopbackListener extends AnswerListener {
  /** Closes, and resolves when the port is free for another. Safe to call twice. */
  readonly leave: () => Promise<void>;
}

/** Listens on the loopback interface for one authorization response. */
export type ListenOnLoopback = (options: LoopbackOptions) => Promise<Result<LoopbackListener, Failure>>;

/** What one flow waits for. */
interface AwaitedAnswer {
  readonly redirect: Redirect;
  readonly onAnswer: OnAnswer;
}

/** Opens the place to which a profile's redirect leads. */
export type ListenForAnswer = (awaited: AwaitedAnswer) => Promise<Result<AnswerListener, Failure>>;
