import { LANGUAGE, returnPageMessages } from '../../preload/contract/messages/messages-of';
import { PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';
import { ok } from '../../preload/contract/result';
import type { DeepLinks } from '../links/deep-links';
import type { ListenForAnswer, ListenOnLoopback } from '../ports/answer-listener';

const SAYS = returnPageMessages(LANGUAGE);

const PAGES = {
  accepted: { heading: SAYS['return.accepted'], text: SAYS['return.accepted.about'] },
  foreign: { heading: SAYS['return.foreign'], text: SAYS['return.foreign.about'] },
};

/** Waits on a port of this computer, or for a link, as the profile's redirect says. @see RFC 8252 section 7 */
export function listenForAnswer(
  links: Pick<DeepLinks, 'listen'>,
  listenOnLoopback: ListenOnLoopback,
): ListenForAnswer {
  return async ({ redirect, onAnswer }) =>
    redirect.scheme === PRIVATE_USE_SCHEME
      ? ok(links.listen(redirect, onAnswer))
      : listenOnLoopback({ ...redirect, pages: PAGES, onAnswer });
}
