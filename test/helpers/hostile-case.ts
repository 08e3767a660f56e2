import { expect } from 'vitest';

import type { Failure } from '../../preload/contract/failure';
import type { FlowView } from '../../preload/contract/flow-shapes';
import { hostileProvider } from './hostile-provider';
import type { Fault, HostileProvider } from './hostile-provider';
import { windowOf } from './operations';
import type { WindowSide } from './operations';
import { startRecipient, TUTORIAL_REQUEST } from './recipient';
import type { Recipient } from './recipient';
import type { Endpoint } from './right-provider';

/** One thing that a provider does wrong, and what must come of it. */
export interface HostileCase {
  /** Reads as "a provider that …". */
  readonly does: string;
  readonly because: string;
  readonly fault: Fault;
  /** What the client asks after its registration: a client that stops asks nothing further. */
  readonly asked: readonly Endpoint[];
  /** What the flow ends with; null for a fault that does no harm. */
  readonly failure: Partial<Failure> | null;
}

export interface Outcome {
  readonly flow: FlowView;
  readonly provider: HostileProvider;
  readonly recipient: Recipient;
  readonly window: WindowSide;
}

/** Runs one flow against a provider with a fault; the caller looks at what came of it. */
export async function runAgainst(
  fault: Fault,
  look: (outcome: Outcome) => Promise<void> | void,
): Promise<void> {
  const provider = await hostileProvider(fault);
  const recipient = await startRecipient(provider);
  try {
    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);
    await look({ flow, provider, recipient, window: await windowOf(recipient) });
  } finally {
    await recipient.close();
  }
}

/** Runs a case and checks both sides: what the provider saw, and what the person is told. */
export function expectOf({ fault, asked, failure }: HostileCase): Promise<void> {
  return runAgainst(fault, ({ flow, provider, recipient }) => {
    expect(flow).toMatchObject({ phase: failure === null ? 'done' : 'failed', failure });
    expect(provider.asked()).toEqual(['registration', ...asked]);
    expect(provider.broken()).toEqual([]);
    const isConnected = asked.includes('consent') || asked.includes('accounts');
    expect(recipient.services.connections.list()).toHaveLength(isConnected ? 1 : 0);
    expect(JSON.stringify(flow)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
}
