import { expect, it } from 'vitest';

import type { RetryClock } from '../../main/ports/provider-http';
import { type Fault, hostileProvider, type HostileProvider } from './hostile-provider';
import { onScreen } from './on-screen';
import { windowOf, type WindowSide } from './operations';
import { type Recipient, type RecipientOptions, startRecipient, TUTORIAL_REQUEST } from './recipient';
import type { Endpoint } from './right-provider';

/** One thing that a provider does wrong in a first consent: what the client sends, and what the screen says. */
export interface ScreenCase {
  /** Rows of the requirements that it shows, such as `S06`. */
  readonly shows: readonly string[];
  /** Reads as "one that …". */
  readonly does: string;
  readonly fault: Fault | (() => Fault);
  /** What the client asks after its registration. */
  readonly asked: readonly Endpoint[];
  /** The sentence on the screen; null for a fault that does no harm. */
  readonly says: string | null;
  /** A part of the line for developers. */
  readonly technical?: string;
  /** What the provider is quoted with. */
  readonly quotes?: string;
}

/** Runs each case as a test of its own. */
export function runScreenCases(cases: readonly ScreenCase[]): void {
  for (const one of cases) {
    const tags = one.shows.map((row) => `[${row}]`).join('');
    it(`${tags} one that ${one.does}`, () => checkCase(one));
  }
}

async function checkCase({ fault, asked, says, technical, quotes }: ScreenCase): Promise<void> {
  await withClient(typeof fault === 'function' ? fault() : fault, async ({ recipient, provider }) => {
    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);

    expect(provider.asked()).toEqual(['registration', ...asked]);
    expect(provider.broken()).toEqual([]);
    expect(flow.phase).toBe(says === null ? 'done' : 'failed');
    const words = flow.failure === null ? null : onScreen(flow.failure);
    expect(words?.what ?? null).toBe(says);
    if (technical !== undefined) expect(words?.technical).toContain(technical);
    if (quotes !== undefined) expect(words?.said).toBe(quotes);
    // Nothing of a provider that was stopped before its tokens were good is kept.
    const isConnected = asked.includes('consent') || asked.includes('accounts');
    expect(recipient.services.connections.list()).toHaveLength(isConnected ? 1 : 0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
}

export interface Client {
  readonly provider: HostileProvider;
  readonly recipient: Recipient;
  readonly window: WindowSide;
  /** Pauses that were asked for, in milliseconds. */
  readonly pauses: readonly number[];
}

/** Opens a provider with a fault and a recipient that knows it; both are closed afterwards. */
export async function withClient(
  fault: Fault,
  use: (client: Client) => Promise<void>,
  options: RecipientOptions & { readonly random?: () => number } = {},
): Promise<void> {
  const { random = () => 0, ...rest } = options;
  const provider = await hostileProvider(fault);
  const pauses: number[] = [];
  const retryClock: RetryClock = {
    nowMs: rest.nowMs ?? (() => Date.now()),
    random,
    wait: (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
  };
  const recipient = await startRecipient(provider, { retryClock, ...rest });
  try {
    await use({ provider, recipient, window: await windowOf(recipient), pauses });
  } finally {
    await recipient.close();
  }
}

/** Gives a first consent, which must go well. */
export async function connect({ recipient, provider }: Client): Promise<string> {
  const flow = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);
  expect(flow).toMatchObject({ phase: 'done', failure: null });
  return flow.connectionId ?? '';
}
