import { onTestFinished } from 'vitest';

import { type RunningSandbox, type SandboxOptions, startSandbox } from '../../sandbox/bank';
import { movableClock, type MovableClock } from '../../sandbox/clock';

/** A bank that runs for one test, or one file of tests. */
export interface TestBank extends RunningSandbox {
  /** The bank's time, to let a year pass. */
  readonly clock: MovableClock;
  /** What the bank wrote to its log. */
  readonly logLines: readonly string[];
  /** What the bank told the person who started it. */
  readonly sentences: readonly string[];
}

/** Starts a bank in this process, on free ports, over real TLS. The caller closes it. */
export async function startTestBank(options: SandboxOptions = {}): Promise<TestBank> {
  const clock = movableClock();
  const logLines: string[] = [];
  const sentences: string[] = [];
  const bank = await startSandbox({
    clock,
    log: (line) => logLines.push(line),
    say: (sentence) => sentences.push(sentence),
    ...options,
  });
  return { ...bank, clock, logLines, sentences };
}

/** Starts a bank and closes it when the test is over. */
export async function sandboxBank(options: SandboxOptions = {}): Promise<TestBank> {
  const bank = await startTestBank(options);
  onTestFinished(() => bank.close());
  return bank;
}
