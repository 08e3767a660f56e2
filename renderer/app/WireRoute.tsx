import { WirePage } from '../features/wire/WirePage';
import type { Move } from './history';

interface WireRouteProps {
  readonly flowId: string | undefined;
  readonly connectionId: string | undefined;
  readonly onMove: (step: Move) => void;
}

/** What went over the wire, and where it leads. */
export function WireRoute({ flowId, connectionId, onMove }: WireRouteProps) {
  return (
    <WirePage
      flowId={flowId ?? null}
      connectionId={connectionId ?? null}
      onWelcome={() => onMove({ kind: 'go', to: { page: 'welcome' } })}
    />
  );
}
