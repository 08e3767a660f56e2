/** What the bar above the sandbox bank's page says. It goes in the address of the bar's own page. */
export interface BankBar {
  readonly bankName: string;
  /** Scheme, host and port of the bank's page. */
  readonly origin: string;
  /** SHA-256 of the bank's certificate, lower-case hex. */
  readonly certificateSha256: string;
}

/** The query of the bar's address. */
export function bankBarQuery({ bankName, origin, certificateSha256 }: BankBar): string {
  return new URLSearchParams({ bankName, origin, certificateSha256 }).toString();
}

/** Reads the query of the bar's address. */
export function readBankBar(query: string): BankBar {
  const values = new URLSearchParams(query);
  const text = (name: string) => values.get(name) ?? '';
  return { bankName: text('bankName'), origin: text('origin'), certificateSha256: text('certificateSha256') };
}
