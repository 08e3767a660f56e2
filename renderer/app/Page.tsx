import { lazy, Suspense, useEffect, useState } from 'react';

import type { Output } from '../../preload/contract/ipc-contract';
import { WelcomePage } from '../features/welcome/WelcomePage';
import { Loading } from '../ui/Loading';
import { PageBoundary } from './PageBoundary';
import type { Attempt } from './attempt';
import type { Move } from './history';
import type { Route } from './route';

/** Everything but Welcome. It waits for its first use, so that Welcome is there at once. */
const loadPages = () => import('./Pages');
const Pages = lazy(() => loadPages().then((module) => ({ default: module.Pages })));

/** Milliseconds after the first picture in which nothing else should run. */
const QUIET_MS = 300;

interface PageProps {
  readonly route: Route;
  readonly start: Output<'getStartState'>;
  readonly consentCount: number;
  readonly onMove: (step: Move) => void;
}

/** The page of a route. */
export function Page({ route, start, consentCount, onMove }: PageProps) {
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  useReadyPages();

  if (route.page === 'welcome' && consentCount === 0)
    return (
      <PageBoundary key="welcome">
        <WelcomePage
          onOpened={({ providerId }) => onMove({ kind: 'go', to: { page: 'build', providerId } })}
          onProviders={() => onMove({ kind: 'go', to: { page: 'providers' } })}
        />
      </PageBoundary>
    );
  return (
    <Suspense fallback={<Loading />}>
      <Pages
        route={route}
        appVersion={start.appVersion}
        attempt={attempt}
        onAttempt={setAttempt}
        onMove={onMove}
      />
    </Suspense>
  );
}

/** Fetches the other pages while nothing is going on, so that the first click does not wait for them. */
function useReadyPages() {
  useEffect(() => {
    const timer = setTimeout(() => {
      void loadPages().then((module) => module.readyPages());
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
}
