import { SHARING_PATH } from '../addresses';
import { BANK_NAME } from '../consents/consent-grant';
import { html } from './html';
import { layOut } from './layout';
import type { SharedConsent } from './shared-consent';
import { formKeyField, sharedFacts, signedInLine } from './sharing-list-page';
import type { SharingSession } from './sharing-session';

export interface StopView {
  readonly session: SharingSession;
  readonly consent: SharedConsent;
}

/** Asks once, with everything that follows from it. */
export function confirmStopPage({ session, consent }: StopView): string {
  const { id, recipient } = consent;
  const title = `Stop sharing with ${recipient}?`;
  const main = html`${signedInLine(session)}
<h1>${title}</h1>
<ul class="meaning">
<li>${recipient} can read nothing more from ${BANK_NAME}, from this moment on.</li>
<li>What it has read already stays with ${recipient}; ask there to have it removed.</li>
<li>This cannot be undone. To share again, you start anew in ${recipient}.</li>
</ul>
<form method="post" action="${SHARING_PATH}/${id}/stop">
${formKeyField(session.formKey)}
<p class="answers">
<button class="primary" type="submit">Stop sharing</button>
<button class="secondary" type="submit" form="keep">Keep sharing</button>
</p>
</form>
<form id="keep" method="get" action="${SHARING_PATH}"></form>
<h2>What ends</h2>
${sharedFacts(consent)}`;
  return layOut({ title, main });
}

/** Says that it has ended, as often as the page is opened. */
export function stoppedPage({ session, consent }: StopView): string {
  const { recipient, status } = consent;
  const title = `You no longer share with ${recipient}`;
  const main = html`${signedInLine(session)}
<h1>${title}</h1>
<p class="status off">${status}</p>
<p class="lead">${recipient} can read nothing more with this consent.</p>
<p><a href="${SHARING_PATH}">Back to what you share</a></p>`;
  return layOut({ title, main });
}
