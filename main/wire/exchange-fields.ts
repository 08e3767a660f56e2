import type { Node } from 'jsonc-parser';

import type { WirePlace } from '../../preload/contract/wire-shapes';
import type { Exchange, HeaderLines } from './exchange';
import { bodyTextOf } from './exchange-body';
import { readJsonTree } from './json-tree';
import { decodeFormText } from './redaction';
import {
  headerValue,
  type Sensitivity,
  sensitivityOfHeader,
  sensitivityOfMember,
  sensitivityOfParameter,
} from './secret-names';

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

/** The fields of an exchange that are listed, and how many are not. */
export interface ExchangeFields {
  readonly fields: readonly RawField[];
  /** Members of the bodies beyond those that are listed. */
  readonly moreCount: number;
}

/** Everything of an exchange that has a name, in the order of the wire. */
export function fieldsOf({ url, sent, received }: Exchange): ExchangeFields {
  const { searchParams } = new URL(url);
  const parts = [
    [...searchParams].map(([name, value]) => parameter('query', name, value)),
    headerFields('request-header', sent.headers),
    bodyFields('request-body', sent.headers, sent.body.toString('utf8')),
    ...(received === null
      ? []
      : [
          headerFields('response-header', received.headers),
          bodyFields('response-body', received.headers, bodyTextOf(received).text),
        ]),
  ];
  return {
    fields: numbered(parts.flatMap((part) => part.slice(0, MAX_MEMBERS))),
    moreCount: parts.reduce((sum, part) => sum + Math.max(0, part.length - MAX_MEMBERS), 0),
  };
}

// A name may come twice, in a header above all.
function numbered(fields: readonly Unnumbered[]): readonly RawField[] {
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

/** A value of a JSON text with the names that lead to it. */
interface Member {
  readonly path: string;
  /** The name that it has, or that the list has in which it stands. */
  readonly name: string;
  readonly node: Node;
}

/** Every member with a value of its own; a list of plain values is one. */
function jsonFields(place: WirePlace, prefix: string, text: string): readonly Unnumbered[] {
  const root = readJsonTree(text);
  if (root === null) return [];
  return membersOf({ path: prefix, name: prefix, node: root }).map(({ path, name, node }) => ({
    place,
    name: path.slice(0, 500),
    value: node.type === 'string' ? String(node.value) : text.slice(node.offset, node.offset + node.length),
    sensitivity: sensitivityOfNode(name, node),
  }));
}

function membersOf(parent: Member): readonly Member[] {
  return childrenOf(parent.node).flatMap(([name, node]) => {
    const child = {
      path: pathOf(parent.path, name),
      name: typeof name === 'string' ? name : parent.name,
      node,
    };
    if (isPlain(node)) return [child];
    // The consent request is read as a whole too, as what the person agreed to.
    return [...(child.path === 'authorization_details' ? [child] : []), ...membersOf(child)];
  });
}

function isPlain({ type, children = [] }: Node): boolean {
  return type === 'object' ? children.length === 0 : children.every((child) => child.children === undefined);
}

/** Of a list, what its most sensitive value is. */
function sensitivityOfNode(name: string, { type, value, children = [] }: Node): Sensitivity {
  if (type === 'object') return 'open';
  const all = (type === 'array' ? children.map((child): unknown => child.value) : [value]).map((one) =>
    sensitivityOfMember(name, one),
  );
  return (['private-key', 'secret'] as const).find((kind) => all.includes(kind)) ?? 'open';
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
