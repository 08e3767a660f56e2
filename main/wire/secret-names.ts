import { isWholeNumber, maskNumbersIn } from '../security/account-numbers';
import type { HeaderLines } from './exchange';

/** Parameters whose value lets its holder act for the person or for this client. @see RFC 6749, 7636, 9126, 7523, 7009 */
const SECRET_PARAMETERS: ReadonlySet<string> = new Set([
  'access_token',
  'refresh_token',
  'id_token',
  'id_token_hint',
  'token',
  'code',
  'code_verifier',
  'state',
  'nonce',
  'request_uri',
  'request',
  'response',
  'assertion',
  'client_assertion',
  'client_secret',
  'subject_token',
  'actor_token',
  'logout_token',
  'device_code',
  'registration_access_token',
  'password',
  'passphrase',
]);

/** Of those, words that JSON also uses for harmless things, such as the error code or the state of an address. */
const AMBIGUOUS_IN_JSON: ReadonlySet<string> = new Set([
  'code',
  'state',
  'token',
  'request',
  'response',
  'nonce',
]);
const SHORTEST_SECRET_LENGTH = 16;

/** Numbers that name an account or a person in the world outside. @see FDX API, Deposit Account and Customer */
const ACCOUNT_NUMBERS: ReadonlySet<string> = new Set([
  'accountnumber',
  'primaryaccountnumber',
  'internationalaccountnumber',
  'micrnumber',
  'cardnumber',
  'pan',
  'iban',
  'bban',
  'loannumber',
  'policynumber',
  'taxid',
  'ssn',
  'governmentid',
]);

/** Members that are for showing, in which a provider may put a whole number all the same. */
const DISPLAY_MEMBERS: ReadonlySet<string> = new Set(['accountnumberdisplay', 'nickname', 'productname']);

/** The number of an account in a payment network. @see FDX API, AccountPaymentNetwork: `identifier` */
const NETWORK_NUMBER = /^\W*\d(?:[ -]?\d){5,}\W*$/;

/** Members of a private JWK, and other names under which a key might come. @see RFC 7517, RFC 7518 section 6 */
const PRIVATE_KEY_MEMBERS: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']);

const SECRET_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'dpop',
]);

/** Headers that hold an address, with parameters of its own. */
const ADDRESS_HEADERS: ReadonlySet<string> = new Set(['location', 'referer', 'content-location']);

/** What a name says of its value. */
export type Sensitivity = 'open' | 'secret' | 'private-key';

/** How much a parameter of a form or an address matters. */
export function sensitivityOfParameter(name: string, value: string): Sensitivity {
  if (isPrivateKeyText(value)) return 'private-key';
  return SECRET_PARAMETERS.has(name.toLowerCase()) ? 'secret' : 'open';
}

/** How much a member of a JSON object matters. */
export function sensitivityOfMember(name: string, value: unknown): Sensitivity {
  if (typeof value === 'string' && isPrivateKeyText(value)) return 'private-key';
  if (PRIVATE_KEY_MEMBERS.has(name) && typeof value === 'string' && value.length >= SHORTEST_SECRET_LENGTH)
    return 'private-key';
  const lower = name.toLowerCase();
  if (isAccountNumber(name, value)) return 'secret';
  if (!SECRET_PARAMETERS.has(lower)) return 'open';
  const isHarmless = AMBIGUOUS_IN_JSON.has(lower) && String(value).length < SHORTEST_SECRET_LENGTH;
  return isHarmless ? 'open' : 'secret';
}

/** Whether a member holds a number that names an account or a person, or a display field that holds a whole one. */
export function isAccountNumber(name: string, value: unknown): boolean {
  const plain = name.toLowerCase().replaceAll(/[_-]/g, '');
  if (ACCOUNT_NUMBERS.has(plain) || plain.endsWith('accountnumber')) return true;
  const text = String(value);
  if (plain === 'identifier') return NETWORK_NUMBER.test(text);
  if (!DISPLAY_MEMBERS.has(plain)) return false;
  return plain === 'accountnumberdisplay' ? isWholeNumber(text) : maskNumbersIn(text) !== text;
}

/** How much a header matters; `address`: its parameters decide. */
export function sensitivityOfHeader(name: string): Sensitivity | 'address' {
  const lower = name.toLowerCase();
  if (ADDRESS_HEADERS.has(lower)) return 'address';
  return SECRET_HEADERS.has(lower) ? 'secret' : 'open';
}

/** The value of the first header of a name. */
export function headerValue(headers: HeaderLines, name: string): string | null {
  return headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? null;
}

function isPrivateKeyText(value: string): boolean {
  return /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(value);
}
