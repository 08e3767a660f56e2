import { PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';

/** The path and the query of an answer that a flow could wait for. */
const PATH = '/callback';
const QUERY = 'code=the-code&state=ours';
const RIGHT = `${PRIVATE_USE_SCHEME}:${PATH}?${QUERY}`;

/** Gives whole numbers from zero to below a bound; the same ones at every run. */
export type Dice = (bound: number) => number;

/** @see Park and Miller, 1988 */
export function diceOf(seed: number): Dice {
  let state = seed;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}

function pick<Value>(dice: Dice, values: readonly Value[]): Value {
  return values[dice(values.length)]!;
}

function insert(dice: Dice, text: string, what: string): string {
  const at = dice(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}

function noise(dice: Dice, length: number): string {
  return Array.from({ length }, () => String.fromCodePoint(dice(0x3_00) + 1)).join('');
}

/** The ways in which a link is not the right one; each of them by itself. */
const WAYS: ReadonlyArray<(dice: Dice) => string> = [
  (dice) => `${insert(dice, PRIVATE_USE_SCHEME, pick(dice, ['x', '.', '-', '+', '1']))}:${PATH}?${QUERY}`,
  (dice) => RIGHT.slice(1 + dice(PRIVATE_USE_SCHEME.length - 1)),
  () => RIGHT.toUpperCase(),
  (dice) => RIGHT.replace(pick(dice, ['app', 'counter', 'desk']), (part) => part.toUpperCase()),
  (dice) => RIGHT.replace(':/', pick(dice, ['://', ':///', ':', ':\\', ':/\\', '%3A/', '/', '::/'])),
  (dice) =>
    RIGHT.replace(':/', `://${pick(dice, ['evil.example', 'user:secret@host', 'a@', '[::1]', ':1'])}/`),
  (dice) => RIGHT.replace(PATH, insert(dice, PATH, pick(dice, ['/', 'x', '%2F', '..', ';', '%00']))),
  (dice) =>
    RIGHT.replace(PATH, pick(dice, ['/', '', '/CALLBACK', '/x/../callback', '/./callback', '/%63allback'])),
  (dice) => insert(dice, RIGHT, '#') + noise(dice, dice(9)),
  (dice) => insert(dice, RIGHT, pick(dice, [' ', '\t', '\n', '\r', '\0', '\u007F'])),
  (dice) => insert(dice, RIGHT, pick(dice, ['ä', '\u202E', '\uFEFF', '漢', '\uD800'])),
  (dice) => `${RIGHT}&x=${'x'.repeat(2048 + dice(60_000))}`,
  () => `${PRIVATE_USE_SCHEME}:${PATH}`,
  (dice) => `${pick(dice, ['"', "'", '<', '(', '-', '--', '--x=', ' ', './'])}${RIGHT}`,
  (dice) =>
    `${pick(dice, ['https', 'http', 'file', 'app', 'ftp', 'view-source'])}://countersign${PATH}?${QUERY}`,
  (dice) => `${pick(dice, ['javascript', 'data', 'mailto', 'about'])}:${PATH}?${QUERY}`,
  (dice) => `https://evil.example/?${pick(dice, ['redirect_uri', 'url', ''])}=${RIGHT}`,
  (dice) => `--${pick(dice, ['issuer', 'provider', 'inspect', 'proxy-server', 'user-data-dir'])}=${RIGHT}`,
  (dice) => `${pick(dice, ['/tmp', 'C:\\Users', '.', '~', '\\\\evil\\share'])}/${noise(dice, dice(20))}.json`,
  (dice) => noise(dice, dice(400)),
];

/** A link, an argument or anything else that is not the answer that a flow waits for. */
export function oddLink(dice: Dice): string {
  return pick(dice, WAYS)(dice);
}

/** The arguments of another start, as Chromium hands them over, with odd ones among them. */
export function oddArguments(dice: Dice): readonly string[] {
  const ours = ['/opt/Countersign/countersign', '--no-sandbox', '--allow-file-access-from-files', '.', '--'];
  return Array.from({ length: dice(12) }, () => (dice(3) === 0 ? pick(dice, ours) : oddLink(dice)));
}
