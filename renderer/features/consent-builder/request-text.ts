import {
  getLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';

import {
  authorizationDetails,
  type AuthorizationDetails,
} from '../../../preload/contract/authorization-details';
import { fail, ok, type Result } from '../../../preload/contract/result';
import type { Phrase } from '../../ui/words';
import { type MemberPath, writeMemberPath } from './member-path';
import { phrase } from './phrase';
import { problemsOfSchema } from './schema-problems';
import { placeAt, type TextProblem } from './text-place';

/** The text is either a request that can be sent, or wrong in at least one place. */
export type RequestReading = Result<AuthorizationDetails, readonly TextProblem[]>;

/** Longer than any request that the schema lets through; keeps typing quick whatever is pasted. */
export const MAX_TEXT_LENGTH = 20_000;
const MAX_DEPTH = 32;
const MAX_SYNTAX_PROBLEMS = 5;

/**
 * Reads the text of `authorization_details`.
 *
 * @param text JSON as typed by a person; nothing about it is assumed
 * @returns the request, or what is wrong in the order of the text
 */
export function readJsonText(text: string): RequestReading {
  const hopeless = whyNotEvenTried(text);
  if (hopeless) return fail([{ member: '', message: hopeless, place: placeAt(text, 0, 0) }]);

  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (!tree || errors.length > 0) return fail(syntaxProblems(text, errors));

  const repeated = repeatedMembers(text, tree);
  if (repeated.length > 0) return fail(repeated);

  const checked = authorizationDetails.safeParse(getNodeValue(tree));
  return checked.success ? ok(checked.data) : fail(problemsOfSchema(text, tree, checked.error.issues));
}

/** The text that the controls write for a request. */
export function writeJsonText(details: unknown): string {
  return JSON.stringify(details, null, 2);
}

function whyNotEvenTried(text: string): Phrase | null {
  if (text.trim() === '') return phrase('builder.problem.empty');
  if (text.length > MAX_TEXT_LENGTH) return phrase('builder.problem.tooLong', { most: MAX_TEXT_LENGTH });
  // The parser calls itself once per bracket: a long run of them would end in a stack overflow.
  if (depthOf(text) > MAX_DEPTH) return phrase('builder.problem.tooDeep');
  return null;
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** One problem per line: what follows the first on its line is nearly always caused by it. */
function syntaxProblems(text: string, errors: readonly ParseError[]): readonly TextProblem[] {
  const problems = errors.map((error) => syntaxProblem(text, error));
  return problems
    .filter(({ place }, index) => problems.findIndex((other) => other.place.line === place.line) === index)
    .slice(0, MAX_SYNTAX_PROBLEMS);
}

function syntaxProblem(text: string, { error, offset, length }: ParseError): TextProblem {
  const code = printParseErrorCode(error);
  const lastSolid = text.slice(0, offset).trimEnd().length - 1;
  const isAfterComma = text[lastSolid] === ',';
  const member = writeMemberPath(memberAround(text, offset));

  if (isAfterComma && (code === 'PropertyNameExpected' || code === 'ValueExpected')) {
    return { member, message: phrase('builder.problem.trailingComma'), place: placeAt(text, lastSolid, 1) };
  }
  // The parser points at what it met instead of the comma, which is often on the next line.
  if (code === 'CommaExpected') {
    const before = writeMemberPath(memberAround(text, lastSolid));
    return {
      member: before,
      message: phrase('builder.problem.CommaExpected'),
      place: placeAt(text, lastSolid, 1),
    };
  }
  const id =
    code === '<unknown ParseErrorCode>' ? 'builder.problem.other' : (`builder.problem.${code}` as const);
  return { member, message: phrase(id), place: placeAt(text, offset, length) };
}

function memberAround(text: string, offset: number): MemberPath {
  return getLocation(text, offset).path.filter((part) => part !== '');
}

// JSON lets a member stand twice and the last one wins; a person who wrote both meant one of them.
function repeatedMembers(text: string, node: Node, path: MemberPath = []): readonly TextProblem[] {
  if (node.type === 'array') {
    return (node.children ?? []).flatMap((child, index) => repeatedMembers(text, child, [...path, index]));
  }
  if (node.type !== 'object') return [];

  const seen = new Set<string>();
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    const name = String(key?.value);
    const here = [...path, name];
    const isRepeated = seen.has(name);
    seen.add(name);
    const inner = value ? repeatedMembers(text, value, here) : [];
    if (!isRepeated || !key) return inner;
    return [
      {
        member: writeMemberPath(here),
        message: phrase('builder.problem.repeatedMember', { member: name }),
        place: placeAt(text, key.offset, key.length),
      },
      ...inner,
    ];
  });
}
