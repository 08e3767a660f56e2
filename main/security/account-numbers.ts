/** As many figures as tell one account from another; more of them are the number itself. */
const SHOWN_FIGURES = 4;

const MASK = '••••';

/**
 * A number for showing, of which four figures are left at the end. A provider that masks it already is left to its own
 * way as long as no more than that stand in it; one that puts the whole number there is not.
 *
 * @see FDX Core API, Account: `accountNumberDisplay` is "account display number for the end user's handle"
 */
export function maskNumberDisplay(text: string): string {
  if (!isWholeNumber(text)) return text.replace(/^[*xX•.]+/, MASK);
  return `${MASK}${lastSigns(text)}`;
}

/**
 * Masks what can only be a whole account or card number in a text of other words, such as a nickname: an IBAN, or
 * nine figures and more in a row, also in groups. A year, a date and the last figures of a number stay.
 *
 * @see ISO 13616 (IBAN); ISO/IEC 7812 (cards: 12 to 19 figures)
 */
export function maskNumbersIn(text: string): string {
  return text.replace(NUMBERS, (number) => `${MASK}${lastSigns(number)}`);
}

const NUMBERS =
  /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b|\p{Nd}(?:[ -]?\p{Nd}){8,}/gu;

/** Whether more figures stand in a display number than tell one account from another. */
export function isWholeNumber(text: string): boolean {
  return [...text.matchAll(/\p{Nd}/gu)].length > SHOWN_FIGURES;
}

function lastSigns(text: string): string {
  return text.replace(/[^\p{L}\p{Nd}]/gu, '').slice(-SHOWN_FIGURES);
}
