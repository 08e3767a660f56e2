import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';

import type { WirePlace } from '../../preload/contract/wire-shapes';
import type { Exchange, HeaderLines } from './exchange';
import { bodyTextOf } from './exchange-body';
import { decodeFormText } from './redaction';
import {
  headerValue,
  sensitivityOfHeader,
  sensitivityOfMember,
  sensitivityOfParameter,
} from './secret-names';
import type { Sensitivity } from './secret-names';

/** One parameter, header or member with its true value. Never leaves main but by `revealWireField`. */
export interface RawField {
  readonly fieldId: string;
  readonly place: WirePlace;
  readonly name: string;
  readonly value: string;
  readonly sensitivity: Sensitivity;
}

/** More members of one body are not listed one by one; the body itself shows them all. */
const MAX_MEMBERS = 300;

/** Everything of an exchange that has a name, in the order of the wire. */
export function fieldsOf({ url, sent, received }: Exchange): readonly RawField[] {
  const { searchParams } = new URL(url);
  const fields = [
    ...[...searchParams].map(([name, value]) => parameter('query', name, value)),
    ...headerFields('request-header', sent.headers),
    ...bodyFields('request-body', sent.headers, sent.body.toString('utf8')),
    ...(received === null
      ? []
      : [
          ...headerFields('response-header', received.headers),
          ...bodyFields('response-body', received.headers, bodyTextOf(received).text),
        ]),
  ];
  // A name may come twice, in a header above all.
  const seen = new Map<string, number>();
  return fields.map((field) => {
    const key = `${field.place}:${field.name}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { ...field, fieldId: count === 1 ? key : `${key}#${count}` };
  });
}

type Unnumbered = Omit<RawField, 'fieldId'>;

function parameter(place: WirePlace, name: string, value: string): Unnumbered {
  return { place, name: name.slice(0, 500), value, sensitivity: sensitivityOfParameter(name, value) };
}

function headerFields(place: WirePlace, headers: HeaderLines): readonly Unnumbered[] {
  return headers.map(([name, value]) => {
    const sensitivity = sensitivityOfHeader(name);
    return {
      place,
      name: name.slice(0, 500),
      value,
      sensitivity: sensitivity === 'address' ? 'open' : sensitivity,
    };
  });
}

function bodyFields(place: WirePlace, headers: HeaderLines, text: string): readonly Unnumbered[] {
  if (text === '') return [];
  const contentType = headerValue(headers, 'content-type') ?? '';
  if (!/\bx-www-form-urlencoded\b/i.test(contentType)) return jsonFields(place, '', text);
  return text.split('&').flatMap((pair) => {
    const at = pair.indexOf('=');
    const name = decodeFormText(at === -1 ? pair : pair.slice(0, at));
    const value = at === -1 ? '' : decodeFormText(pair.slice(at + 1));
    const inside = /^\s*[[{]/.test(value) ? jsonFields(place, name, value) : [];
    return [parameter(place, name, value), ...inside];
  });
}

/** The members of the outermost object, and of all that is inside them those that matter by themselves. */
function jsonFields(place: WirePlace, prefix: string, text: string): readonly Unnumbered[] {
  const root = parseTree(text);
  if (root === undefined) return [];
  const fields: Unnumbered[] = [];
  const walk = (node: Node, path: string, depth: number): void => {
    for (const [name, child] of childrenOf(node)) {
      if (fields.length >= MAX_MEMBERS) return;
      const childPath = pathOf(path, name);
      const value =
        child.type === 'string' ? String(child.value) : text.slice(child.offset, child.offset + child.length);
      const isLeaf = child.children === undefined;
      const sensitivity =
        isLeaf && typeof name === 'string' ? sensitivityOfMember(name, child.value) : 'open';
      // What is inside a consent request is read parameter by parameter; of data only what is hidden.
      const isOfConsent = childPath.startsWith('authorization_details');
      if (sensitivity !== 'open' || (isOfConsent ? isLeaf : depth === 0 && typeof name === 'string'))
        fields.push({ place, name: childPath.slice(0, 500), value, sensitivity });
      if (!isLeaf) walk(child, childPath, depth + 1);
    }
  };
  walk(root, prefix, prefix === '' ? 0 : 1);
  return fields;
}

function childrenOf(node: Node): ReadonlyArray<readonly [name: string | number, child: Node]> {
  if (node.type === 'array') return (node.children ?? []).map((child, index) => [index, child] as const);
  return (node.children ?? []).flatMap(({ children }) => {
    const [name, child] = children ?? [];
    return name === undefined || child === undefined ? [] : [[String(name.value), child] as const];
  });
}

function pathOf(path: string, name: string | number): string {
  if (typeof name === 'number') return `${path}[${name}]`;
  return path === '' ? name : `${path}.${name}`;
}
