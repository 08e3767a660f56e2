import { createIntl } from 'react-intl';

import type { Failure } from '../../preload/contract/failure';
import { messages } from '../../preload/contract/messages/catalogue';
import { wordFailure } from '../../renderer/parts/failure-words';
import type { Phrase } from '../../renderer/ui/words';

const intl = createIntl({
  locale: 'en-US',
  timeZone: 'UTC',
  messages: messages.en,
  onError: (error) => {
    throw error;
  },
});

const say = ({ id, values }: Phrase) => intl.formatMessage({ id }, { ...values });

/** What a person reads when something has failed. */
export interface OnScreen {
  readonly what: string;
  readonly who: string;
  readonly next: string;
  readonly said: string | null;
  /** The line of the developer depth. */
  readonly technical: string;
}

/** Puts a failure into the English words of the window. */
export function onScreen(failure: Failure): OnScreen {
  const { what, who, next, said, technical } = wordFailure(failure);
  return {
    what: say(what),
    who: say(who),
    next: say(next),
    said: said === null ? null : say(said),
    technical: technical ?? '',
  };
}

/** Sentences that the window says of the provider of the hostile tests. */
export const SAYS = {
  redirected:
    'Hostile Bank sent the request on to another place. Countersign does not follow, so nothing was kept.',
  malformed: 'The answer of Hostile Bank is incomplete or cannot be read, so nothing of it was kept.',
  unknownCoding:
    'Hostile Bank packed its answer in a way that Countersign did not ask for and cannot unpack, so nothing of it was kept.',
  brokenCoding:
    'The answer of Hostile Bank came, but it is damaged and cannot be unpacked, so nothing of it was kept.',
  notJson:
    'Hostile Bank answered with something other than data, such as a web page, so nothing of it was kept.',
  brokenJson: 'The answer of Hostile Bank came, but it is cut off or damaged, so nothing of it was kept.',
  notHttp: 'What Hostile Bank sent back is no answer that a web server gives, so nothing of it was kept.',
  oversized: 'The answer of Hostile Bank is larger than any real one, so nothing of it was kept.',
  otherIssuer: 'What answered speaks in another name than that of Hostile Bank, so nothing of it was kept.',
  otherAnswer: 'What came back from Hostile Bank is not the answer to your request, so it was not used.',
  signature:
    'The answer of Hostile Bank is not signed as it has to be: anyone could have made it. Nothing of it was kept.',
  wider: 'Hostile Bank gave more than you agreed to. It was refused, and nothing of it was kept.',
  otherConsent:
    'Hostile Bank answered with another consent than the one you gave, so nothing of it was kept.',
  unsafe: 'The answer of Hostile Bank could not have been used safely, so nothing of it was kept.',
  lacks: 'Hostile Bank lacks something that Countersign will not do without.',
  notRegistered: 'Hostile Bank did not register this computer.',
  noMetadata: 'Hostile Bank did not say how it wants to be asked.',
  noRequest: 'Hostile Bank did not take the request.',
  noSignIn: 'Hostile Bank ended the sign-in with an error.',
  noAccess: 'Hostile Bank did not give access.',
  noConsent: 'Hostile Bank did not show the consent.',
  noAccounts: 'Hostile Bank did not show the accounts.',
  notEnded: 'Hostile Bank did not take the end of the consent.',
  brokenOff: 'Hostile Bank broke off the connection.',
  tooSlow: 'Hostile Bank took too long to answer.',
  busy: 'Hostile Bank has too much to do just now.',
  stopped: 'This consent was stopped.',
  notHeld: 'The access to this consent is not on this computer any more.',
  declined: 'You declined at Hostile Bank. Nothing was shared.',
} as const;
