import type { z } from 'zod';

import { LINK_PATH } from '../../../preload/contract/provider-shapes';
import type { Phrase } from '../../ui/words';

/** One thing that is wrong with a profile. */
export interface ProfileProblem {
  /** Path of the member, for example `redirect.port`; empty for the whole profile. */
  readonly member: string;
  readonly message: Phrase;
}

type Issue = z.core.$ZodIssue;

/** Members that only the owner of a key or a token may know, as files of others spell them. */
const SECRETS =
  /^(?:d|p|q|dp|dq|qi|k|jwks|jwk)$|private|secret|password|passphrase|token$|(?:client|tls)_?key/i;

/** Names every member that is wrong, and says why. */
export function problemsOfIssues(issues: readonly Issue[]): readonly ProfileProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ member: path.join('.'), message: wordsOf(issue) }];
    return issue.keys.map((key) => ({
      member: [...path, key].join('.'),
      message: { id: SECRETS.test(key) ? 'providers.problem.secret' : 'providers.problem.unknown' } as const,
    }));
  });
}

function wordsOf(issue: Issue): Phrase {
  const member = issue.path.at(-1);
  if (member === 'port') return { id: 'providers.problem.port' };
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return oneOf('options' in issue ? (issue.options ?? []) : []);
    case 'too_small':
      return { id: 'providers.problem.missing' };
    case 'too_big':
      return { id: 'providers.problem.too-long', values: { most: Number(issue.maximum) } };
    case 'invalid_format':
      return wrongFormat(issue, member);
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      // The schema of a profile has none of the first four, and the last is told member by member.
      return { id: 'providers.problem.invalid' };
  }
}

function oneOf(choices: readonly z.core.util.Primitive[]): Phrase {
  const named = choices.filter((choice) => choice !== undefined);
  return { id: 'providers.problem.one-of', values: { choices: named.join(', ') } };
}

function wrongType({ expected, input, message }: z.core.$ZodIssueInvalidType): Phrase {
  // Without its input an issue says in its message alone that the member is not there.
  if (input === undefined && message.includes('undefined')) return { id: 'providers.problem.missing' };
  return { id: expected === 'object' ? 'providers.problem.object' : 'providers.problem.text' };
}

function wrongFormat(
  { pattern }: z.core.$ZodIssueInvalidStringFormat,
  member: PropertyKey | undefined,
): Phrase {
  if (pattern === String(LINK_PATH)) return { id: 'providers.problem.link-path' };
  if (member === 'path') return { id: 'providers.problem.path' };
  if (member === 'kid' || member === 'signingKid') return { id: 'providers.problem.kid' };
  if (member === 'x5t#S256') return { id: 'providers.problem.digest' };
  if (member === 'scopes') return { id: 'providers.problem.scopes' };
  return { id: 'providers.problem.https' };
}
