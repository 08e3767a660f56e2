import type { ProviderSummary } from '../../preload/contract/app-shapes';
import { type ActionState, useAction } from './use-action';

/** Opens the sandbox bank when asked to. */
export function useOpenSandbox(onOpened: (provider: ProviderSummary) => void): {
  readonly state: ActionState;
  readonly open: () => void;
} {
  const { state, start } = useAction<ProviderSummary>(onOpened);
  return { state, open: () => start(() => window.bridge.openSandbox({})) };
}
