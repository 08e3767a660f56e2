/** The longest text of a provider that is shown, in characters. */
const MAX_LENGTH = 300;

/**
 * Makes a provider's text fit to show: no control, no bidi-override and no zero-width characters, cut to a length.
 *
 * @see OWASP XSS prevention; Unicode TR 36 (bidirectional spoofing)
 */
export function cleanForeignText(text: unknown, maxLength: number = MAX_LENGTH): string {
  if (typeof text !== 'string') return '';
  // Letters first, so that the cut does not depend on what is taken out.
  const clean = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
  return clean.length <= maxLength ? clean : `${clean.slice(0, maxLength - 1)}…`;
}
