import { useReading } from '../data/use-reading';
import { ConsentPage } from '../features/consents/ConsentPage';
import { ConsentsPage } from '../features/consents/ConsentsPage';
import { Reading } from '../parts/Reading';
import type { Move } from './history';
import { useProvider } from './use-provider';

interface ConsentsRouteProps {
  readonly onMove: (step: Move) => void;
}

/** The list of consents, and where it leads. */
export function ConsentsRoute({ onMove }: ConsentsRouteProps) {
  return (
    <ConsentsPage
      onOpen={(connectionId) => onMove({ kind: 'go', to: { page: 'consent', connectionId } })}
      onWelcome={() => onMove({ kind: 'go', to: { page: 'welcome' } })}
    />
  );
}

/** One consent, and where it leads. */
export function ConsentRoute({
  connectionId,
  onMove,
}: ConsentsRouteProps & { readonly connectionId: string }) {
  const consent = useReading('getConsent', { connectionId });
  const provider = useProvider(consent.phase === 'loaded' ? consent.value.providerId : null);
  return (
    <Reading state={consent}>
      {(detail) => (
        <ConsentPage
          detail={detail}
          isSandbox={provider?.isSandbox ?? false}
          hasSite={provider?.hasSite ?? false}
          onForgotten={() => onMove({ kind: 'replace', to: { page: 'consents' } })}
          onSettings={() => onMove({ kind: 'go', to: { page: 'settings' } })}
          onWire={() => onMove({ kind: 'go', to: { page: 'wire', connectionId } })}
          onConsents={() => onMove({ kind: 'go', to: { page: 'consents' } })}
        />
      )}
    </Reading>
  );
}
