import { useCallback, useRef, useState } from 'react';

import type { Failure } from '../../preload/contract/failure';
import type { Result } from '../../preload/contract/result';
import { runOperation } from './run-operation';

/** Exactly one of these is true at a time. */
export type ActionState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' }
  | { readonly phase: 'failed'; readonly failure: Failure };

export interface Action<Value> {
  readonly state: ActionState;
  /** Starts it, unless it is running already. */
  readonly start: (ask: () => Promise<Result<Value, Failure>>) => void;
  readonly reset: () => void;
}

/** Something that a click starts: runs once at a time, and keeps its failure until the next try. */
export function useAction<Value>(onDone: (value: Value) => void): Action<Value> {
  const [state, setState] = useState<ActionState>({ phase: 'idle' });
  const isRunning = useRef(false);

  const start = async (ask: () => Promise<Result<Value, Failure>>) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setState({ phase: 'running' });
    const reply = await runOperation(ask);
    isRunning.current = false;
    setState(reply.ok ? { phase: 'idle' } : { phase: 'failed', failure: reply.error });
    if (reply.ok) onDone(reply.value);
  };
  const reset = useCallback(() => setState({ phase: 'idle' }), []);

  return { state, start: (ask) => void start(ask), reset };
}
