import { SHARING_PATH } from '../addresses';
import { BANK_NAME } from '../consents/consent-grant';
import { html, type Html } from './html';

export const STYLE_PATH = '/bank.css';
export const MARK_PATH = '/bank.svg';

export interface Page {
  readonly title: string;
  readonly main: Html;
}

/** A whole page of the bank. */
export function layOut({ title, main }: Page): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${BANK_NAME}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
<link rel="icon" type="image/svg+xml" href="${MARK_PATH}">
</head>
<body>
<header class="masthead">
<div class="masthead-line">
<span class="bank"><img src="${MARK_PATH}" alt="" width="28" height="28">${BANK_NAME}</span>
<span class="pretend">A pretend bank for trying things out</span>
</div>
</header>
<main class="card">
${main}
</main>
<footer class="foot">
<p>${BANK_NAME} runs on this computer alone. Its customers and their money are invented.</p>
</footer>
</body>
</html>
`;
  return page.text;
}

/** The bank's home page. */
export function frontDoorPage(): string {
  const title = 'Sandbox Bank is open';
  const main = html`<h1>${title}</h1>
<p class="lead">This is the front door of a pretend bank. An app brings you in when it asks for some of your data.</p>
<p><a href="${SHARING_PATH}">See what you share, and stop it</a></p>`;
  return layOut({ title, main });
}

/** The bank's mark: a column between two lines, as on a bank's front. Its own icon, served by itself. */
export const MARK_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" width="28" height="28">
<rect width="28" height="28" rx="6" fill="#f3e3b8"/>
<path d="M14 5 23 10.5H5Z" fill="#14305f"/>
<path d="M7.5 12h2.4v7.5H7.5zM12.8 12h2.4v7.5h-2.4zM18.1 12h2.4v7.5h-2.4z" fill="#14305f"/>
<path d="M5 20.8h18V23H5z" fill="#14305f"/>
</svg>
`;
