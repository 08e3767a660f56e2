import { runOperation } from './data/run-operation';

/**
 * What main knows at the start. This module comes first, so that main is asked
 * before the rest of the window is evaluated, and answers meanwhile.
 */
export const startState = runOperation(() => window.bridge.getStartState({}));
