import { html } from './html';
import { layOut } from './layout';

export interface ErrorView {
  readonly title: string;
  readonly happened: string;
  readonly next: string;
  /** For the developer; shown small. */
  readonly detail: string | null;
}

/** A page for what went wrong: what happened, what to do next, and nothing of the machinery. */
export function errorPage({ title, happened, next, detail }: ErrorView): string {
  const main = html`<h1>${title}</h1>
<p class="lead">${happened}</p>
<p>${next}</p>
${detail === null ? null : html`<p class="hint">For developers: <code>${detail}</code></p>`}`;
  return layOut({ title, main });
}

/** The request that brought the person here is over, or was never there. */
export function requestIsOver(detail: string | null): ErrorView {
  return {
    title: 'This request has ended',
    happened: 'It was answered already, it took too long, or it was opened in another browser.',
    next: 'If you gave an answer, it stands. If not, nothing was shared: go back to the app that sent you here and start again.',
    detail,
  };
}

/** An authorization request that the bank does not take. */
export function requestRefused(detail: string | null): ErrorView {
  return {
    title: 'The bank can’t take this request',
    happened: 'The app that sent you here asked in a way that this bank does not accept.',
    next: 'Nothing was shared. You can close this page; the people who make the app can fix it.',
    detail,
  };
}

export const pageNotFound: ErrorView = {
  title: 'There is no such page',
  happened: 'This bank has nothing at this address.',
  next: 'Go back to the app that sent you here and start again.',
  detail: null,
};

export const bankFailed: ErrorView = {
  title: 'The bank made a mistake',
  happened: 'Something went wrong on our side.',
  next: 'Nothing was shared by this page. Go back to the app that sent you here and try again.',
  detail: null,
};

export const foreignForm: ErrorView = {
  title: 'This did not come from our page',
  happened: 'The form was sent by another site, so the bank did not act on it.',
  next: 'Go back to the app that sent you here and start again.',
  detail: null,
};
