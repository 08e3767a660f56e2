import type { Money } from '../../preload/contract/consent-shapes';

const MINUS = '\u2212';

/** As many places as are written out. More than these come from binary floating point, or from coins of 18 places. */
const MOST_PLACES = 6;

/**
 * Writes an exact amount the way the person's language writes it, with a real minus sign; one with more places than
 * anybody reads is rounded to its currency. Never through a number: the formatter takes the decimal string itself, so
 * no cent is lost.
 */
export function formatMoney(money: Money, locale: string): string {
  const { amount, currency } = money;
  const usual = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const usualDigits = usual.resolvedOptions().maximumFractionDigits ?? 2;
  const format =
    placesOf(money) <= usualDigits || isRounded(money)
      ? usual
      : new Intl.NumberFormat(locale, {
          style: 'currency',
          currency,
          maximumFractionDigits: placesOf(money),
        });
  return (
    format
      // The contract keeps `amount` a plain decimal.
      .formatToParts(amount as Intl.StringNumericLiteral)
      .map(({ type, value }) => (type === 'minusSign' ? MINUS : value))
      .join('')
  );
}

/** Whether an amount is shown rounded, so that the exact one has to stand beside it. */
export function isRounded(money: Money): boolean {
  return placesOf(money) > MOST_PLACES;
}

function placesOf({ amount }: Money): number {
  return amount.split('.')[1]?.length ?? 0;
}
