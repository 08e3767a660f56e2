import { HomePage } from '../features/home/HomePage';
import type { Move } from './history';

/** Home, and where it leads. */
export function HomeRoute({ onMove }: { readonly onMove: (step: Move) => void }) {
  return (
    <HomePage
      onOpened={({ providerId }) => onMove({ kind: 'go', to: { page: 'build', providerId } })}
      onProviders={() => onMove({ kind: 'go', to: { page: 'providers' } })}
      onConsent={(connectionId) => onMove({ kind: 'go', to: { page: 'consent', connectionId } })}
    />
  );
}
