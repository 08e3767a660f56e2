/** Decimals and millionths of exact amounts, without a float anywhere. */

/** How many digits after the point an integer of millionths holds. */
const MICRO_DIGITS = 6;
/** Twelve digits before the point and six after it are below 2^63. */
const MAX_WHOLE_DIGITS = 12;

/**
 * An exact decimal as a whole number of millionths.
 *
 * @param amount for example "-12.30"
 * @returns null when it has more digits than a 64-bit integer of millionths holds
 */
export function microOf(amount: string): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const rest = fraction.replace(/0+$/, '');
  if (whole.replace(/^0+/, '').length > MAX_WHOLE_DIGITS || rest.length > MICRO_DIGITS) return null;
  const value = BigInt(`${whole}${rest.padEnd(MICRO_DIGITS, '0')}`);
  return sign === '-' ? -value : value;
}

/** A whole number of millionths as a decimal with two digits after the point, or as many more as it needs. */
export function decimalOfMicro(micro: bigint): string {
  const digits = (micro < 0n ? -micro : micro).toString().padStart(MICRO_DIGITS + 1, '0');
  const whole = digits.slice(0, -MICRO_DIGITS);
  const fraction = digits.slice(-MICRO_DIGITS).replace(/0{1,4}$/, '');
  return `${micro < 0n ? '-' : ''}${whole}.${fraction}`;
}

/** The same amount with the other sign. */
export function negated(amount: string): string {
  if (/^-?0+(?:\.0+)?$/.test(amount)) return amount.replace('-', '');
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

/** Adds exact decimals that are not below zero, digit by digit. */
export function addDecimals(amounts: readonly string[]): string {
  const digits = Math.max(2, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
  const scaled = amounts.map((amount) => {
    const [whole = '0', fraction = ''] = amount.split('.');
    return BigInt(`${whole}${fraction.padEnd(digits, '0')}`);
  });
  const sum = scaled
    .reduce((total, one) => total + one, 0n)
    .toString()
    .padStart(digits + 1, '0');
  return `${sum.slice(0, -digits)}.${sum.slice(-digits)}`;
}
