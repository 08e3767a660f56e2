import { BANK_NAME } from '../consents/consent-grant';
import type { BankAccount, Customer } from '../people/customer';
import { type ConsentChoice, isNeeded } from './consent-choice';
import { html, type Html } from './html';
import { layOut } from './layout';
import type { ConsentLine, ConsentSentences } from './sentences';

export interface ConsentView {
  readonly recipient: string;
  readonly base: string;
  readonly customer: Customer;
  readonly sentences: ConsentSentences;
  /** Whether anything that is asked for belongs to accounts. */
  readonly asksForAccounts: boolean;
  readonly choice: ConsentChoice;
  /** What was wrong with the choice, where it stands on the page. */
  readonly error: ConsentError | null;
}

export interface ConsentError {
  readonly at: 'accounts' | 'items';
  readonly message: string;
}

/** Page 2: what is asked, from which accounts, for how long; and the two answers. */
export function consentPage(view: ConsentView): string {
  const { recipient, base, customer, sentences, asksForAccounts, error } = view;
  const main = html`<p class="who">Signed in as <strong>${customer.name}</strong>. <a href="${base}">Not you?</a></p>
<h1>${keepTogether(sentences.opening)}</h1>
<form method="post" action="${base}/share">
${group(error?.at === 'items' ? error.message : null, { name: 'items', legend: html`<legend class="unseen">What is shared</legend>`, body: itemList(view) })}
${
  asksForAccounts
    ? group(error?.at === 'accounts' ? error.message : null, {
        name: 'accounts',
        legend: html`<legend>From which accounts</legend>`,
        body: accountList(view),
      })
    : null
}
<h2>What this means</h2>
<ul class="meaning">
<li>${sentences.until}</li>
${sentences.lookback === null ? null : html`<li>${sentences.lookback}</li>`}
<li>${sentences.cannot}</li>
<li>${sentences.stop}</li>
</ul>
<p class="answers">
<button class="primary" type="submit">Share</button>
<button class="secondary" type="submit" formaction="${base}/decline" formnovalidate>Decline</button>
</p>
<p class="hint">Either answer takes you back to ${recipient}.</p>
</form>`;
  return layOut({ title: `Share data with ${recipient}`, main });
}

/** The bank's name is not broken over two lines. */
function keepTogether(heading: string): string {
  return heading.replaceAll(BANK_NAME, BANK_NAME.replace(' ', '\u00A0'));
}

interface Group {
  readonly name: string;
  readonly legend: Html;
  readonly body: Html;
}

function group(error: string | null, { name, legend, body }: Group): Html {
  return html`<fieldset${error === null ? null : html` aria-describedby="${name}-error"`}>
${legend}
${error === null ? null : html`<p class="error" id="${name}-error" role="alert">${error}</p>`}
${body}
</fieldset>`;
}

function itemList({ sentences, choice, recipient }: ConsentView): Html {
  return html`<ul class="choices">
${sentences.items.map((line) => item(line, choice, recipient))}
</ul>`;
}

function item({ cluster, phrase }: ConsentLine, { clusters }: ConsentChoice, recipient: string): Html {
  if (isNeeded(cluster)) {
    return html`<li class="choice needed"><span class="tick" aria-hidden="true"></span>
<span class="words">${phrase}<span class="hint">${recipient} needs this</span></span></li>
`;
  }
  const id = `item-${cluster}`;
  return html`<li class="choice"><input class="switch" type="checkbox" role="switch" id="${id}" name="item" value="${cluster}"${checked(clusters.includes(cluster))}>
<label class="words" for="${id}">${phrase}</label></li>
`;
}

function accountList({ customer, choice }: ConsentView): Html {
  return html`<ul class="choices">
${customer.accounts.map((account) => accountChoice(account, choice))}
</ul>`;
}

function accountChoice(account: BankAccount, { accountIds }: ConsentChoice): Html {
  const { nickname, productName, accountNumberDisplay } = account.descriptor;
  const id = account.accountId;
  return html`<li class="choice"><input type="checkbox" id="${id}" name="account" value="${id}" aria-describedby="${id}-what"${checked(accountIds.includes(id))}>
<label class="words" for="${id}">${nickname}</label>
<span class="what" id="${id}-what">${productName} <span class="digits">${accountNumberDisplay.replaceAll('*', '•')}</span></span>
<span class="money">${money(account.balance)}</span></li>
`;
}

function money({ amount, currency }: BankAccount['balance']): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  // a string keeps every digit; a number would not
  return format.format(amount as Intl.StringNumericLiteral).replace('-', '−');
}

function checked(is: boolean): Html | null {
  return is ? html` checked` : null;
}
