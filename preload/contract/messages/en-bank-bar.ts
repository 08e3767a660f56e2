/** The words of the bar above the sandbox bank's page. */
export const enBankBar = {
  'bankBar.title': '{bankName}, at {origin}',
  'bankBar.certificate': '{bankName}’s own certificate, {fingerprint}, pinned by Countersign',
} as const;
