import { PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';
import { ok } from '../../preload/contract/result';
import { listenOnLoopback } from '../http/loopback-listener';
import type { DeepLinks } from '../links/deep-links';
import type { ListenForAnswer } from '../ports/answer-listener';

const PAGES = {
  accepted: {
    heading: 'You can go back to Countersign',
    text: 'This page has done its work. You may close it.',
  },
  foreign: {
    heading: 'This answer is not expected',
    text: 'Countersign did not use it. You may close this page.',
  },
};

/** Waits on a port of this computer, or for a link, as the profile's redirect says. @see RFC 8252 section 7 */
export function listenForAnswer(links: Pick<DeepLinks, 'listen'>): ListenForAnswer {
  return async ({ redirect, onAnswer }) =>
    redirect.scheme === PRIVATE_USE_SCHEME
      ? ok(links.listen(redirect, onAnswer))
      : listenOnLoopback({ ...redirect, pages: PAGES, onAnswer });
}
