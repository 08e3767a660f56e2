import { parseTree } from 'jsonc-parser';

import type { BuilderState } from './builder-state';
import { writeMemberPath } from './member-path';
import { phrase } from './phrase';
import { pathOfRefusal, type Refusal } from './refusal';
import { adviceOf, type Expectation } from './request-advice';
import { placeOfMember, type TextProblem } from './text-place';

/** Something to know about one place in the text. Only errors stop the person. */
export interface TextNote extends TextProblem {
  readonly kind: 'error' | 'refused' | 'warning';
}

/** Everything there is to say about the text: what is wrong with it, or else what a bank did not or may not like. */
export function notesOf(
  state: BuilderState,
  expectation: Expectation,
  refusal: Refusal | null,
): readonly TextNote[] {
  const { reading, text } = state;
  if (!reading.ok) return reading.error.map((problem) => ({ ...problem, kind: 'error' }));

  const path = refusal ? pathOfRefusal(refusal, reading.value) : null;
  const refused: readonly TextNote[] =
    path === null
      ? []
      : [
          {
            kind: 'refused',
            member: writeMemberPath(path),
            message: phrase('builder.refused.here', { provider: expectation.providerName }),
            place: placeOfMember(text, parseTree(text), path),
          },
        ];
  const advice = adviceOf(text, reading.value, expectation);
  return [...refused, ...advice.map((problem) => ({ ...problem, kind: 'warning' as const }))];
}

/** The gravest kind of note in each line that has one, for the margin of the text. */
export function marksOf(notes: readonly TextNote[]): ReadonlyMap<number, TextNote['kind']> {
  const gravestLast = notes.toSorted(
    (left, right) => Number(left.kind !== 'warning') - Number(right.kind !== 'warning'),
  );
  return new Map(gravestLast.map(({ place, kind }) => [place.line, kind]));
}
