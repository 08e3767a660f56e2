/** Longest text of one log entry, in characters. */
const MAX_LENGTH = 8000;

const SECRETS: ReadonlyArray<readonly [pattern: RegExp, put: string]> = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, '[private key]'],
  [/\beyJ[\w-]{5,}\.[\w-]+\.?[\w-]*/g, '[jwt]'],
  [/\b(Bearer|DPoP)\s+[\w\-.~+/]+=*/gi, '$1 [token]'],
  [
    /\b(code|state|access_token|refresh_token|id_token|code_verifier|client_assertion|request_uri|passphrase|password)("?\s*[=:]\s*"?)[^\s"&,;}]+/gi,
    '$1$2[masked]',
  ],
  // What is left and looks like 128 bits or more of somebody's secret.
  [/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}(?![\w-])/g, '[long value]'],
];

/** Takes secrets out of a text before it is logged. @see FAPI 1.0 part 1 section 7.4 */
export function redact(text: string): string {
  const masked = SECRETS.reduce((current, [pattern, put]) => current.replace(pattern, put), text);
  return masked.slice(0, MAX_LENGTH);
}
