import { linkAddress, type LinkRedirect } from '../../preload/contract/private-use-scheme';
import type { AnswerListener, OnAnswer } from '../ports/answer-listener';
import { readCallbackLink } from '../security/addresses';

/** Where everything arrives that the system hands to this app: links, and the arguments of another start. */
export interface DeepLinks {
  /**
   * Takes what came from outside. It is looked at only while a flow waits for a link, and then only if it is one to the
   * redirect URI of that flow. Nothing that comes here starts anything, and nothing is thrown.
   */
  readonly take: (texts: readonly string[]) => void;
  /** Waits for one flow. Whoever waited before does not wait any more: a person gives one consent at a time. */
  readonly listen: (redirect: LinkRedirect, onAnswer: OnAnswer) => AnswerListener;
}

interface Waiting {
  readonly redirectUri: string;
  readonly hear: (answer: URL) => void;
}

/**
 * Makes the deep-link handler. A link that nobody waits for is dropped.
 *
 * @see RFC 8252 section 7.1 (private-use schemes), 8.1 (another app may claim one, so PKCE and `state` decide)
 */
export function createDeepLinks(): DeepLinks {
  let waiting: Waiting | null = null;
  return {
    take: (texts) => {
      for (const text of texts) {
        const answer = waiting === null ? null : readCallbackLink(text, waiting.redirectUri);
        if (answer !== null) waiting?.hear(answer);
      }
    },
    listen: (redirect, onAnswer) => {
      const redirectUri = linkAddress(redirect);
      const isWaiting = () => waiting === mine;
      const close = () => {
        if (isWaiting()) waiting = null;
      };
      // One answer at a time: while one is being looked at, a second may not overtake it.
      let line = Promise.resolve();
      const decide = async (answer: URL): Promise<void> => {
        if (isWaiting() && (await onAnswer(answer)) === 'accepted') close();
      };
      const mine: Waiting = {
        redirectUri,
        hear: (answer) => {
          line = line.then(() => decide(answer));
          line.catch(close);
        },
      };
      waiting = mine;
      return { redirectUri, close };
    },
  };
}
