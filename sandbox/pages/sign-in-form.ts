import type { Customer } from '../people/customer';
import { CUSTOMERS, EVERYONES_PASSWORD } from '../people/customers';
import { html, type Html } from './html';

export interface SignInFormView {
  readonly action: string;
  /** Set after a wrong password. */
  readonly wrongPassword: boolean;
  /** What stands below the customers, within the form. */
  readonly wayOut: Html | null;
}

/** Who is it? Every customer is a card with one button; the password is the same for all. */
export function signInForm({ action, wrongPassword, wayOut }: SignInFormView): Html {
  return html`<form method="post" action="${action}">
<div class="field">
<label for="password">Password</label>
<input id="password" name="password" type="password" value="${wrongPassword ? '' : EVERYONES_PASSWORD}" autocomplete="current-password" required
 aria-describedby="password-hint${wrongPassword ? ' password-error' : ''}"${wrongPassword ? html` aria-invalid="true" autofocus` : null}>
${wrongPassword ? html`<p class="error" id="password-error" role="alert">That is not the password. It is the word in the line below.</p>` : null}
<p class="hint" id="password-hint">Every customer’s password is <kbd>${EVERYONES_PASSWORD}</kbd>.</p>
</div>
<h2 id="who">Who are you today?</h2>
<ul class="customers" aria-labelledby="who">
${CUSTOMERS.map(customerCard)}
</ul>
${wayOut}
</form>`;
}

/** The button's name is the whole visible text of the button; the accounts describe it. */
function customerCard({ customerId, name, holds }: Customer): Html {
  return html`<li class="customer">
<button type="submit" name="customer" value="${customerId}" aria-describedby="${customerId}-holds">Sign in as ${name}</button>
<span class="holds" id="${customerId}-holds">${holds}</span>
</li>
`;
}
