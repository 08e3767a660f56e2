import { findNodeAtLocation, type Node } from 'jsonc-parser';

import type { Phrase } from '../../ui/words';
import type { MemberPath } from './member-path';

/** A stretch of text, and where it starts as a person counts: from 1. */
export interface TextPlace {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with the text of a request. */
export interface TextProblem {
  /** Path of the member, for example `consentRequest.durationType`; empty for the whole. */
  readonly member: string;
  readonly message: Phrase;
  readonly place: TextPlace;
}

/** Says in which line and column an offset lies. Offsets past the end are at the end. */
export function placeAt(text: string, offset: number, length: number): TextPlace {
  const start = Math.min(Math.max(offset, 0), text.length);
  const before = text.slice(0, start);
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    offset: start,
    length: Math.min(length, text.length - start),
    line: before.split('\n').length,
    column: start - lineStart + 1,
  };
}

/** The place of the value at a path; of the nearest member around it where there is no such value. */
export function placeOfMember(text: string, tree: Node | undefined, path: MemberPath): TextPlace {
  const node = tree && nodeAt(tree, path);
  if (node) return placeAt(text, node.offset, node.length);
  if (path.length === 0) return placeAt(text, 0, text.length);

  // A period is missing because of the duration type, so that is where to look.
  const isPeriod = path.at(-1) === 'durationPeriod';
  const sibling = isPeriod && tree ? nodeAt(tree, [...path.slice(0, -1), 'durationType']) : undefined;
  if (sibling) return placeAt(text, sibling.offset, sibling.length);

  const around = placeOfMember(text, tree, path.slice(0, -1));
  // The bracket that opens it: selecting a whole object would show everything and point at nothing.
  return { ...around, length: Math.min(around.length, 1) };
}

/** The value at a path, if there is one. */
export function nodeAt(tree: Node, path: MemberPath): Node | undefined {
  return findNodeAtLocation(tree, [...path]);
}
