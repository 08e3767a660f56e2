import type { Node } from 'jsonc-parser';

import { redact } from '../security/redact';
import { readJsonTree, readWholeJsonTree } from './json-tree';
import {
  isAccountNumber,
  sensitivityOfHeader,
  sensitivityOfMember,
  sensitivityOfParameter,
} from './secret-names';

/** From this length on, two characters at each end say which value it is and nothing about the rest. */
const LONG_VALUE_LENGTH = 20;

/** What takes the place of a secret. A function, so that the same walk can also collect what it would hide. */
export type Mask = (secret: string) => string;

/**
 * The usual mask: both ends of a long value, so that two can be told apart, and nothing of a short one.
 * Of a `request_uri` the fixed part stays. @see RFC 9126 section 2.2
 */
export const mask: Mask = (secret) => {
  if (secret.length < LONG_VALUE_LENGTH) return '•••';
  const fixed = /^urn:ietf:params:oauth:request_uri:/.exec(secret)?.[0] ?? '';
  const own = secret.slice(fixed.length);
  return `${fixed}${own.length < LONG_VALUE_LENGTH ? '•••' : `${own.slice(0, 2)}•••${own.slice(-2)}`}`;
};

/** Masks the parameters of an address, in the query and in the fragment; the rest stays as it is. */
export function maskAddress(address: string, put: Mask = mask): string {
  const [beforeFragment = '', ...fragment] = address.split('#');
  const at = beforeFragment.indexOf('?');
  const path = at === -1 ? beforeFragment : beforeFragment.slice(0, at);
  const query = at === -1 ? '' : `?${maskForm(beforeFragment.slice(at + 1), put)}`;
  const tail = fragment.length === 0 ? '' : `#${maskForm(fragment.join('#'), put)}`;
  // A name and a password before the host are secrets too.
  return `${path.replace(/\/\/[^/@]*@/, '//•••@')}${query}${tail}`;
}

/** Masks parameters of a form; names, order and everything else stay as they were sent. */
function maskForm(text: string, put: Mask = mask): string {
  return text
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=');
      if (at === -1) return pair;
      const value = decodeFormText(pair.slice(at + 1));
      const masked = maskParameter(decodeFormText(pair.slice(0, at)), value, put);
      return masked === value ? pair : `${pair.slice(0, at + 1)}${encodeShown(masked)}`;
    })
    .join('&');
}

/** A parameter's value, masked as its name demands; JSON inside it is masked member by member. */
export function maskParameter(name: string, value: string, put: Mask = mask): string {
  if (sensitivityOfParameter(name, value) !== 'open') return put(value);
  return /^\s*[[{]/.test(value) ? maskJson(value, put) : value;
}

/** Masks the members of a JSON text; whatever is not masked stays as it was sent, character by character. */
export function maskJson(text: string, put: Mask = mask): string {
  const root = readWholeJsonTree(text);
  if (root === null) return maskText(text, put);
  return maskLeaves(text, root, put, ({ name, node }) => sensitivityOfMember(name, node.value) !== 'open');
}

/** Masks the numbers of accounts in a JSON text and leaves everything else as it is; other text comes back as it is. */
export function maskAccountNumbers(text: string): string {
  const root = readWholeJsonTree(text);
  if (root === null) return text;
  return maskLeaves(text, root, mask, ({ name, node }) => isAccountNumber(name, node.value));
}

function maskLeaves(text: string, root: Node, put: Mask, isSecret: (leaf: Leaf) => boolean): string {
  const parts: string[] = [];
  let at = 0;
  for (const { node } of leavesOf(root, '').filter(isSecret)) {
    const { offset, length, value } = node;
    const end = offset + length;
    const shown = put(typeof value === 'string' ? value : text.slice(offset, end));
    parts.push(text.slice(at, offset), JSON.stringify(shown));
    at = end;
  }
  return [...parts, text.slice(at)].join('');
}

/**
 * Takes private keys out of a value that is about to be revealed: there is no way at all to see one.
 *
 * @see RFC 7518 section 6 (private members of a JWK), RFC 7468 section 10 (PEM)
 */
export function withoutPrivateKeys(text: string): string {
  const root = /^\s*[[{]/.test(text) ? readJsonTree(text) : null;
  const keys = root === null ? [] : leavesOf(root, '').filter(isPrivateKey);
  const cut = keys.reduceRight(
    (current, { node: { offset, length } }) =>
      `${current.slice(0, offset)}"•••"${current.slice(offset + length)}`,
    text,
  );
  return cut.replace(
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    '•••',
  );
}

function isPrivateKey({ name, node }: Leaf): boolean {
  return sensitivityOfMember(name, node.value) === 'private-key';
}

interface Leaf {
  /** Of the member that holds it, also from inside a list. */
  readonly name: string;
  readonly node: Node;
}

/** Everything in a JSON text that can be secret, in the order of the text. */
function leavesOf(node: Node, name: string): readonly Leaf[] {
  if (node.type === 'property') {
    const [key, value] = node.children ?? [];
    return value === undefined ? [] : leavesOf(value, String(key?.value));
  }
  if (node.type === 'string' || node.type === 'number') return [{ name, node }];
  return (node.children ?? []).flatMap((child) => leavesOf(child, name));
}

/** Masks what looks like a secret in a text of any other kind, such as a page of HTML. */
function maskText(text: string, put: Mask = mask): string {
  for (const [jwt] of text.matchAll(/\beyJ[\w-]{5,}\.[\w-]+\.?[\w-]*/g)) put(jwt);
  return redact(text);
}

/** Masks a body by what it says it is, and by what it looks like. */
export function maskBody(text: string, contentType: string | null, put: Mask = mask): string {
  if (text === '') return text;
  if (/\bx-www-form-urlencoded\b/i.test(contentType ?? '')) return maskForm(text, put);
  if (/[/+]json\b/i.test(contentType ?? '') || /^\s*[[{]/.test(text)) return maskJson(text, put);
  return maskText(text, put);
}

/** Masks a header; of an authorization the scheme stays, of a cookie its name and attributes. */
export function maskHeader(name: string, value: string, put: Mask = mask): string {
  const sensitivity = sensitivityOfHeader(name);
  if (sensitivity === 'address') return maskAddress(value, put);
  if (sensitivity === 'open') return value;
  const lower = name.toLowerCase();
  if (lower === 'cookie')
    return value
      .split('; ')
      .map((pair) => maskPair(pair, put))
      .join('; ');
  if (lower === 'set-cookie') {
    const [pair = '', ...attributes] = value.split(';');
    return [maskPair(pair, put), ...attributes].join(';');
  }
  const scheme = /^(?:Bearer|DPoP|Basic)\s+/i.exec(value)?.[0] ?? '';
  return `${scheme}${put(value.slice(scheme.length))}`;
}

/** Takes values that are known to be secret out of a text, wherever they stand and however they are written. */
export function maskKnown(text: string, secrets: Iterable<string>, put: Mask = mask): string {
  let current = text;
  for (const secret of secrets) {
    for (const written of new Set([
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
    ])) {
      if (current.includes(written)) current = current.replaceAll(written, () => put(secret));
    }
  }
  return current;
}

/** Undoes the encoding of a form. @see WHATWG URL, application/x-www-form-urlencoded */
export function decodeFormText(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced; // broken percent signs are shown as they came
  }
}

// The mask's own dots stay readable; everything that would change the form's structure is encoded.
function encodeShown(text: string): string {
  return encodeURIComponent(text).replaceAll('%E2%80%A2', '•').replaceAll('%3A', ':');
}

function maskPair(pair: string, put: Mask): string {
  const at = pair.indexOf('=');
  return at === -1 ? put(pair) : `${pair.slice(0, at + 1)}${put(pair.slice(at + 1))}`;
}
