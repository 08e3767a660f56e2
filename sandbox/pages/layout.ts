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
