import type { Node } from 'jsonc-parser';
import type { z } from 'zod';

import { assertNever } from '../../../preload/contract/failure';
import type { Phrase } from '../../ui/words';
import { type MemberPath, writeMemberPath } from './member-path';
import { phrase } from './phrase';
import { nodeAt, placeAt, placeOfMember, type TextProblem } from './text-place';

type Issue = z.core.$ZodIssue;

/**
 * Says what the schema found wrong, and where that stands in the text.
 *
 * @param tree the text as parsed
 * @returns problems in the order of the text
 */
export function problemsOfSchema(text: string, tree: Node, issues: readonly Issue[]): readonly TextProblem[] {
  return issues
    .flatMap((issue) => problemsOfIssue(text, tree, issue))
    .toSorted((left, right) => left.place.offset - right.place.offset);
}

function problemsOfIssue(text: string, tree: Node, issue: Issue): readonly TextProblem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownMember(text, tree, [...path, key]));
  }
  const isPresent = nodeAt(tree, path) !== undefined;
  return [
    {
      member: writeMemberPath(path),
      message: wordsOf(issue, isPresent),
      place: placeOfMember(text, tree, path),
    },
  ];
}

function unknownMember(text: string, tree: Node, path: MemberPath): TextProblem {
  const property = nodeAt(tree, path)?.parent;
  const key = property?.children?.[0];
  return {
    member: writeMemberPath(path),
    message: phrase('builder.problem.unknownMember', { member: String(path.at(-1)) }),
    place: key ? placeAt(text, key.offset, key.length) : placeOfMember(text, tree, path),
  };
}

function wordsOf(issue: Issue, isPresent: boolean): Phrase {
  switch (issue.code) {
    case 'invalid_type':
      return isPresent ? wrongType(issue.expected) : phrase('builder.problem.missing');
    case 'invalid_value':
      return isPresent
        ? phrase('builder.problem.oneOf', { choices: issue.values.join(', ') })
        : phrase('builder.problem.missing');
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return phrase('builder.problem.name');
    case 'custom':
      // The schema's two own rules are both about durationPeriod: it must be there, or must not be.
      return phrase(isPresent ? 'builder.problem.noPeriod' : 'builder.problem.needsPeriod');
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      // The schema of a request has none of the first four, and the last is told member by member.
      return phrase('builder.problem.invalid');
    default:
      return assertNever(issue);
  }
}

function wrongType(expected: string): Phrase {
  switch (expected) {
    case 'object':
      return phrase('builder.problem.needsObject');
    case 'array':
    case 'tuple':
      return phrase('builder.problem.needsArray');
    case 'string':
      return phrase('builder.problem.needsText');
    default:
      return phrase('builder.problem.needsWholeNumber');
  }
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): Phrase {
  if (issue.origin === 'string') return phrase('builder.problem.emptyText');
  if (issue.origin !== 'array') return phrase('builder.problem.atLeast', { least: Number(issue.minimum) });
  return phrase(issue.path.length === 0 ? 'builder.problem.oneRequest' : 'builder.problem.needsEntry');
}

function tooBig(issue: z.core.$ZodIssueTooBig): Phrase {
  const most = Number(issue.maximum);
  if (issue.origin === 'string') return phrase('builder.problem.atMostCharacters', { most });
  if (issue.origin !== 'array') return phrase('builder.problem.atMost', { most });
  return issue.path.length === 0
    ? phrase('builder.problem.oneRequest')
    : phrase('builder.problem.atMostEntries', { most });
}
