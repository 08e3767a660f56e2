/** The words of the bar above the sandbox bank's page, in ICU message syntax. */
export const enBankBar = {
  'bankBar.title': '{bankName}, at {origin}',
  'bankBar.certificate': '{bankName}’s own certificate, {fingerprint}, pinned by Countersign',
} as const;

/** The words of the page that a browser is left with after the way back to the app. They take no values. */
export const enReturnPage = {
  'return.accepted': 'You can go back to Countersign',
  'return.accepted.about': 'This page has done its work. You may close it.',
  'return.foreign': 'This answer is not expected',
  'return.foreign.about': 'Countersign did not use it. You may close this page.',
} as const;

/** What the system's file dialogs call the kinds of file. They take no values. */
export const enFileDialogs = {
  'dialog.kind.har': 'HTTP archive',
  'dialog.kind.cstrace': 'Countersign trace',
  'dialog.kind.json': 'JSON',
  'dialog.kind.pdf': 'PDF',
} as const;
