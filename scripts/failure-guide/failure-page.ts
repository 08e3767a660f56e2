import type { Failure } from '../../preload/contract/failure.ts';
import type { FailureWords } from '../../renderer/parts/failure-parts.ts';
import { wordFailure } from '../../renderer/parts/failure-words.ts';
import { ALSO_CALLED, CHAPTER_OF, type ChapterName, CHAPTERS, CLOSING, OPENING } from './chapters.ts';
import { FAILURE_SAMPLES } from './failure-samples.ts';
import { REFUSAL_CODES, type RefusalCode } from './refusal-codes.ts';
import { spell } from './spell.ts';
import { systemCodesOf } from './system-codes.ts';

/**
 * The guide's page on failures: each kind of failure, and each variant that has words of its own, in the words of the
 * screen.
 *
 * @returns Markdown
 */
export function writeFailurePage(): string {
  const chapters = (Object.keys(CHAPTERS) as ChapterName[]).map(writeChapter);
  return `${[OPENING, ...chapters, CLOSING].join('\n\n')}\n`;
}

function writeChapter(name: ChapterName): string {
  const { level, title, before, after } = CHAPTERS[name];
  const samples = Object.values(FAILURE_SAMPLES)
    .flat()
    .filter(({ kind }) => CHAPTER_OF[kind] === name);
  const body = name === 'refused' ? writeRefusals() : writeFailures(samples);
  return [`${'#'.repeat(level)} ${title}`, before, body, after].filter((part) => part !== '').join('\n\n');
}

function writeFailures(samples: readonly Failure[]): string {
  if (samples.length === 0) return '';
  const rows = samples.map((failure) => {
    const { what, who, next } = wordFailure(failure);
    return [spell(what), spell(who), spell(next), namesOf(failure)];
  });
  return table(['what happened', 'whose side', 'what to do next', 'code'], rows);
}

/** The name in our code, with the variant where there are several, then what others call it. */
function namesOf(failure: Failure): string {
  const variant = FAILURE_SAMPLES[failure.kind].length > 1 ? variantOf(failure) : '';
  const own = variant === '' ? failure.kind : `${failure.kind}: ${variant}`;
  const names = [own, ...(ALSO_CALLED[failure.kind] ?? []), ...systemCodesOf(failure)];
  return names.map(code).join(', ');
}

function variantOf(failure: Failure): string {
  if ('reason' in failure) return failure.reason;
  if ('problem' in failure) return failure.problem;
  if ('changed' in failure) return failure.changed.join(', ');
  if ('violation' in failure) return failure.violation;
  return 'how' in failure ? failure.how : '';
}

/** What happened goes by the step, and what to do next by what was said. */
function writeRefusals(): string {
  const steps = FAILURE_SAMPLES['provider-refused'].map((failure) => [
    spell(wordFailure(failure).what),
    code(failure.stage),
  ]);
  return [
    `An error as the standards define it, ${code('provider-refused')}. What happened goes by the step:`,
    table(['what happened', 'step'], steps),
    `Whose side it is, and what to do next, go by the code of OAuth or of FDX that came with it. A code that is not here is shown as it is, and is the bank’s to fix. ${saidIn()}`,
    ...adviceOn(REFUSAL_CODES),
    'A member that the bank named is also marked [in the builder](exact-request.md#when-the-bank-refuses-it).',
  ].join('\n\n');
}

function saidIn(): string {
  const { said } = wordFailure(FAILURE_SAMPLES['provider-refused'][0]);
  return said === null ? '' : `Where the bank says why, its words follow: ${spell(said)}`;
}

/** The codes by what the screen advises on them. */
function adviceOn(codes: readonly RefusalCode[]): readonly string[] {
  const byAdvice = new Map<string, RefusalCode[]>();
  for (const one of codes) {
    const advice = adviceIn(wordFailure(one.failure));
    byAdvice.set(advice, [...(byAdvice.get(advice) ?? []), one]);
  }
  return [...byAdvice].flatMap(([advice, alike]) => [
    advice,
    table(
      ['code', 'what the bank means by it', 'defined in'],
      alike.map((one) => [code(one.code), one.meaning, one.source]),
    ),
  ]);
}

function adviceIn({ who, next }: FailureWords): string {
  return `${spell(who)} ${spell(next)}`;
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const lines = [head, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.toSpliced(1, 0, `|${'---|'.repeat(head.length)}`).join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
