import { AddProviderPage } from '../features/providers/AddProviderPage';
import { EditProviderPage } from '../features/providers/EditProviderPage';
import { ProviderPage } from '../features/providers/ProviderPage';
import { ProvidersPage } from '../features/providers/ProvidersPage';
import type { Move } from './history';
import type { Route } from './route';

interface ProviderRoutesProps {
  readonly route: Extract<Route, { page: `provider${string}` }>;
  readonly onMove: (step: Move) => void;
}

/** The pages of the providers, and where they lead. */
export function ProviderRoutes({ route, onMove }: ProviderRoutesProps) {
  const go = (to: Route) => onMove({ kind: 'go', to });
  const show = (providerId: string) => onMove({ kind: 'replace', to: { page: 'provider', providerId } });
  switch (route.page) {
    case 'providers':
      return (
        <ProvidersPage
          onOpen={(providerId) => go({ page: 'provider', providerId })}
          onAdd={() => go({ page: 'provider-add', profileText: null })}
          onProfile={(profileText) => go({ page: 'provider-add', profileText })}
        />
      );
    case 'provider-add':
      return (
        <AddProviderPage profileText={route.profileText} onSaved={({ providerId }) => show(providerId)} />
      );
    case 'provider-edit':
      return <EditProviderPage providerId={route.providerId} onDone={() => onMove({ kind: 'back' })} />;
    case 'provider':
      return (
        <ProviderPage
          providerId={route.providerId}
          moves={{
            onConnect: (providerId) => go({ page: 'build', providerId }),
            onEdit: (providerId) => go({ page: 'provider-edit', providerId }),
            onDuplicated: (providerId) => go({ page: 'provider', providerId }),
            onDeleted: () => onMove({ kind: 'replace', to: { page: 'providers' } }),
          }}
        />
      );
  }
}
