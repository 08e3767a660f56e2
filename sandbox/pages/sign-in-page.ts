import { html } from './html';
import { layOut } from './layout';
import { signInForm } from './sign-in-form';

export interface SignInView {
  readonly recipient: string;
  /** Path of the interaction, without a slash at the end. */
  readonly base: string;
  /** Set after a wrong password. */
  readonly wrongPassword: boolean;
}

/** Page 1 of a consent: who is it? */
export function signInPage({ recipient, base, wrongPassword }: SignInView): string {
  const wayOut = html`<p class="way-out"><button class="quiet" type="submit" formaction="${base}/decline" formnovalidate>Cancel and go back to ${recipient}</button></p>`;
  const main = html`<h1>Sign in to continue</h1>
<p class="lead">${recipient} would like to see some of your data. Sign in, and you will see exactly what, before anything is shared.</p>
${signInForm({ action: `${base}/sign-in`, wrongPassword, wayOut })}`;
  return layOut({ title: 'Sign in', main });
}
