import { parse, type ParseError } from 'jsonc-parser';

import {
  isThumbprint,
  type NamedKey,
  providerDocument,
  type ProviderDraft,
} from '../../../preload/contract/provider-shapes';
import { problemsOfIssues, type ProfileProblem } from './profile-problems';

/** What a profile says. */
export interface ReadProfile {
  readonly draft: ProviderDraft;
  /** The key that it names; null where it names none. */
  readonly key: NamedKey | null;
}

/** Reads a profile that somebody wrote. Every member that is wrong is named; none is guessed. */
export function readProfileText(
  text: string,
):
  | ({ readonly ok: true } & ReadProfile)
  | { readonly ok: false; readonly problems: readonly ProfileProblem[] } {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first !== undefined) return { ok: false, problems: [notJson(text, first.offset)] };
  const read = providerDocument.safeParse(value);
  if (!read.success) return { ok: false, problems: problemsOfIssues(read.error.issues) };
  const { $schema: _schema, key = {}, signingKid, ...draft } = read.data;
  const { kid, ...certificate } = key;
  // A kid that is no thumbprint names no key here: it is what the provider, or its directory, calls the key.
  const isChosen = kid !== undefined && !isThumbprint(kid);
  const named = isChosen || kid === undefined ? certificate : { ...certificate, kid };
  return {
    ok: true,
    draft: { ...draft, signingKid: signingKid ?? (isChosen ? kid : null) },
    key: Object.keys(named).length === 0 ? null : named,
  };
}

function notJson(text: string, offset: number): ProfileProblem {
  const line = text.slice(0, offset).split('\n').length;
  return { member: '', message: { id: 'providers.problem.json', values: { line } } };
}
