import { SHARING_PATH } from '../addresses';
import { html } from './html';
import { layOut } from './layout';

/** The bank's home page. */
export function frontDoorPage(): string {
  const title = 'Sandbox Bank is open';
  const main = html`<h1>${title}</h1>
<p class="lead">This is the front door of a pretend bank. An app brings you in when it asks for some of your data.</p>
<p><a href="${SHARING_PATH}">See what you share, and stop it</a></p>`;
  return layOut({ title, main });
}
