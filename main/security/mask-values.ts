const MASK = '•••';

/** Shorter values are found in many texts by chance; no provider's token is this short. */
const LEAST_SECRET_LENGTH = 8;

/**
 * Takes known secrets out of a provider's text, wherever they stand. A provider may repeat a token under
 * any name; what is kept and shown of its answers must not hold it.
 *
 * @param secrets the values themselves; null stands for one that there is not
 * @see FAPI 1.0 part 1 section 7.4 (tokens in logs and records)
 */
export function maskValues(text: string, secrets: ReadonlyArray<string | null>): string {
  const known = secrets.filter((secret) => secret !== null && secret.length >= LEAST_SECRET_LENGTH);
  return known.reduce<string>((masked, secret) => masked.replaceAll(secret ?? '', MASK), text);
}
