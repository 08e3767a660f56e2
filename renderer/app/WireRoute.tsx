import { WirePage } from '../features/wire/WirePage';
import type { Move } from './history';
import type { Route } from './route';

interface WireRouteProps {
  readonly route: Extract<Route, { page: 'wire' }>;
  readonly onMove: (step: Move) => void;
}

/** What went over the wire, and where it leads. */
export function WireRoute({ route, onMove }: WireRouteProps) {
  const { flowId = null, connectionId = null, steps = [] } = route;
  return (
    <WirePage
      flowId={flowId}
      connectionId={connectionId}
      steps={steps}
      onFlow={(id) => onMove({ kind: 'go', to: { page: 'flow', flowId: id } })}
      onConsent={(id) => onMove({ kind: 'go', to: { page: 'consent', connectionId: id } })}
      onWelcome={() => onMove({ kind: 'go', to: { page: 'welcome' } })}
    />
  );
}
