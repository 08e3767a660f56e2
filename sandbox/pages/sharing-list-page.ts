import { SHARING_PATH } from '../addresses';
import { BANK_NAME } from '../consents/consent-grant';
import { html, type Html } from './html';
import { layOut } from './layout';
import type { SharedConsent } from './shared-consent';
import type { SharingSession } from './sharing-session';
import { signInForm } from './sign-in-form';

const TITLE = 'What you share';

/** Who is it? On the bank's own account, so no app is named. */
export function sharingSignInPage({ wrongPassword }: { readonly wrongPassword: boolean }): string {
  const main = html`<h1>${TITLE}</h1>
<p class="lead">Sign in to see with whom ${BANK_NAME} shares your data, and to stop it.</p>
${signInForm({ action: `${SHARING_PATH}/sign-in`, wrongPassword, wayOut: null })}`;
  return layOut({ title: `${TITLE}: sign in`, main });
}

export interface SharingListView {
  readonly session: SharingSession;
  /** Newest first. */
  readonly consents: readonly SharedConsent[];
}

/** Everything that a customer shares or shared, with the way to stop it. */
export function sharingListPage({ session, consents }: SharingListView): string {
  const active = consents.filter(({ isActive }) => isActive);
  const ended = consents.filter(({ isActive }) => !isActive);
  const main = html`${signedInLine(session)}
<h1>${TITLE}</h1>
${
  active.length === 0
    ? html`<p class="lead">You share nothing now. Nobody reads your data at ${BANK_NAME}.</p>`
    : html`<p class="lead">These apps can read, and nothing else. You can stop it at any time.</p>
${active.map((consent) => section(consent, 2))}`
}
${
  ended.length === 0
    ? null
    : html`<h2>No longer shared</h2>
${ended.map((consent) => section(consent, 3))}`
}`;
  return layOut({ title: TITLE, main });
}

/** Who is signed in, and the way out. */
export function signedInLine({ customer, formKey }: SharingSession): Html {
  return html`<form class="who" method="post" action="${SHARING_PATH}/sign-out">
${formKeyField(formKey)}
Signed in as <strong>${customer.name}</strong>. <button class="quiet" type="submit">Sign out</button>
</form>`;
}

/** The mark of our own forms. */
export function formKeyField(formKey: string): Html {
  return html`<input type="hidden" name="form-key" value="${formKey}">`;
}

function section(consent: SharedConsent, level: 2 | 3): Html {
  const { id, recipient, isActive } = consent;
  const heading =
    level === 2 ? html`<h2 id="${id}-who">${recipient}</h2>` : html`<h3 id="${id}-who">${recipient}</h3>`;
  return html`<section class="grant" aria-labelledby="${id}-who">
${heading}
${sharedFacts(consent)}
${
  isActive
    ? html`<form class="answers" method="get" action="${SHARING_PATH}/${id}/stop">
<button class="secondary" type="submit" aria-describedby="${id}-who ${id}-since">Stop sharing</button>
</form>`
    : null
}
</section>
`;
}

/** What is shared, in the words in which it was agreed to. */
export function sharedFacts({
  id,
  status,
  isActive,
  items,
  history,
  accounts,
  since,
  until,
}: SharedConsent): Html {
  return html`<p class="status ${isActive ? 'on' : 'off'}">${status}</p>
<dl class="facts">
<div><dt>What</dt><dd><ul class="meaning">${items.map((item) => html`<li>${item}</li>`)}</ul></dd></div>
${
  accounts.length === 0
    ? null
    : html`<div><dt>From</dt><dd><ul class="meaning">${accounts.map(
        ({ name, number }) => html`<li>${name} <span class="digits">${number}</span></li>`,
      )}</ul></dd></div>`
}
<div><dt>Since</dt><dd id="${id}-since">${since}</dd></div>
${until === null ? null : html`<div><dt>Until</dt><dd>${until}</dd></div>`}
${history === null ? null : html`<div><dt>How far back</dt><dd>${history}</dd></div>`}
</dl>`;
}
