/** One value of DER. */
export interface DerPart {
  readonly tag: number;
  readonly body: Buffer;
  /** The value as it stands, with its tag and length. */
  readonly whole: Buffer;
}

/**
 * The values in a text of DER, one after the other.
 *
 * @throws RangeError where one is cut off, or has no length of its own
 * @see X.690 section 8.1
 */
export function partsOf(der: Buffer): readonly DerPart[] {
  const parts: DerPart[] = [];
  for (let rest = der; rest.length > 0; ) {
    const part = firstPart(rest);
    parts.push(part);
    rest = rest.subarray(part.whole.length);
  }
  return parts;
}

/** The first value in a text of DER. @throws RangeError as {@link partsOf} does */
export function firstPart(der: Buffer): DerPart {
  const [tag = 0, first = 0x80] = der;
  const more = first < 0x80 ? 0 : first & 0x7f;
  const start = 2 + more;
  if (first === 0x80 || more > 6 || start > der.length) throw new RangeError('a DER value has no length');
  const end = start + (more === 0 ? first : der.readUIntBE(2, more));
  if (end > der.length) throw new RangeError('a DER value is longer than what holds it');
  return { tag, body: der.subarray(start, end), whole: der.subarray(0, end) };
}

/** An object identifier in numbers with dots. @see X.690 section 8.19 */
export function objectIdentifier(body: Buffer): string {
  const numbers: number[] = [];
  let current = 0;
  for (const byte of body) {
    current = current * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(current);
      current = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}
