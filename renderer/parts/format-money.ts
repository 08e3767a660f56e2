import type { Money } from '../../preload/contract/consent-shapes';

const MINUS = '\u2212';

/**
 * Writes an exact amount the way the person's language writes it, with a real minus sign.
 * Never through a number: the formatter takes the decimal string itself, so no cent is lost.
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const written = amount.split('.')[1]?.length ?? 0;
  const usual = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const usualDigits = usual.resolvedOptions().maximumFractionDigits ?? 2;
  const format =
    written <= usualDigits
      ? usual
      : new Intl.NumberFormat(locale, {
          style: 'currency',
          currency,
          maximumFractionDigits: Math.min(written, 100),
        });
  return (
    format
      // The contract keeps `amount` a plain decimal.
      .formatToParts(amount as Intl.StringNumericLiteral)
      .map(({ type, value }) => (type === 'minusSign' ? MINUS : value))
      .join('')
  );
}
