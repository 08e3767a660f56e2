import { LANGUAGE, returnPageMessages } from '../../preload/contract/messages/messages-of';
import { PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';
import { ok } from '../../preload/contract/result';
import type { DeepLinks } from '../links/deep-links';
import type { ListenForAnswer, ListenOnLoopback, LoopbackListener } from '../ports/answer-listener';

const SAYS = returnPageMessages(LANGUAGE);

const PAGES = {
  accepted: { heading: SAYS['return.accepted'], text: SAYS['return.accepted.about'] },
  foreign: { heading: SAYS['return.foreign'], text: SAYS['return.foreign.about'] },
};

/**
 * Waits on a port of this computer, or for a link, as the profile's redirect says.
 *
 * A listener outlives its answer until the browser has its last page. On a fixed port it would stand in the way of the
 * next flow, and that would look like another program: so it is closed first.
 *
 * @see RFC 8252 section 7
 */
export function listenForAnswer(
  links: Pick<DeepLinks, 'listen'>,
  listenOnLoopback: ListenOnLoopback,
): ListenForAnswer {
  const onFixedPort = new Map<number, LoopbackListener>();
  return async ({ redirect, onAnswer }) => {
    if (redirect.scheme === PRIVATE_USE_SCHEME) return ok(links.listen(redirect, onAnswer));
    const { port } = redirect;
    if (port !== null) await onFixedPort.get(port)?.leave();
    const listening = await listenOnLoopback({ ...redirect, pages: PAGES, onAnswer });
    if (port !== null && listening.ok) onFixedPort.set(port, listening.value);
    return listening;
  };
}
