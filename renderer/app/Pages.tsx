import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';

import { createQueryClient, reloadTopic } from '../data/query-client';
import { Loading } from '../ui/Loading';
import { PageBoundary } from './PageBoundary';
import type { Attempt } from './attempt';
import type { Move } from './history';
import { type Route, routeKey } from './route';

const loadBuild = () => import('./BuildRoute');
const loadReview = () => import('./ReviewRoute');
const loadFlow = () => import('./FlowRoute');
const loadConsents = () => import('./ConsentRoutes');
const loadTransactions = () => import('../features/transactions/TransactionsPage');
const loadHome = () => import('../features/home/HomePage');
const loadWire = () => import('./WireRoute');
const loadProviders = () => import('./ProviderRoutes');
const loadKeys = () => import('../features/credentials/CredentialsPage');
const loadSettings = () => import('../features/settings/SettingsPage');

const BuildRoute = lazy(() => loadBuild().then((module) => ({ default: module.BuildRoute })));
const ReviewRoute = lazy(() => loadReview().then((module) => ({ default: module.ReviewRoute })));
const FlowRoute = lazy(() => loadFlow().then((module) => ({ default: module.FlowRoute })));
const ConsentsRoute = lazy(() => loadConsents().then((module) => ({ default: module.ConsentsRoute })));
const ConsentRoute = lazy(() => loadConsents().then((module) => ({ default: module.ConsentRoute })));
const TransactionsPage = lazy(() =>
  loadTransactions().then((module) => ({ default: module.TransactionsPage })),
);
const HomePage = lazy(() => loadHome().then((module) => ({ default: module.HomePage })));
const WireRoute = lazy(() => loadWire().then((module) => ({ default: module.WireRoute })));
const ProviderRoutes = lazy(() => loadProviders().then((module) => ({ default: module.ProviderRoutes })));
const CredentialsPage = lazy(() => loadKeys().then((module) => ({ default: module.CredentialsPage })));
const SettingsPage = lazy(() => loadSettings().then((module) => ({ default: module.SettingsPage })));

/** Fetches every page in the order in which a person meets them. */
export async function readyPages(): Promise<void> {
  for (const load of [
    loadBuild,
    loadReview,
    loadFlow,
    loadConsents,
    loadHome,
    loadTransactions,
    loadProviders,
    loadKeys,
    loadSettings,
    loadWire,
  ])
    await load();
}

/** What every page behind Welcome gets. */
export interface PagesProps {
  readonly route: Route;
  readonly appVersion: string;
  readonly attempt: Attempt | null;
  readonly onAttempt: (attempt: Attempt) => void;
  readonly onMove: (step: Move) => void;
}

/** Every page but Welcome, with what main answered kept between them. */
export function Pages(props: PagesProps) {
  const [client] = useState(createQueryClient);
  useEffect(() => window.bridge.onChanged((topic) => reloadTopic(client, topic)), [client]);

  return (
    <QueryClientProvider client={client}>
      <PageBoundary key={routeKey(props.route)}>
        <Suspense fallback={<Loading />}>
          <RoutedPage {...props} />
        </Suspense>
      </PageBoundary>
    </QueryClientProvider>
  );
}

function RoutedPage({ route, appVersion, attempt, onAttempt, onMove }: PagesProps) {
  switch (route.page) {
    case 'welcome':
      return (
        <HomePage
          onOpened={({ providerId }) => onMove({ kind: 'go', to: { page: 'build', providerId } })}
          onProviders={() => onMove({ kind: 'go', to: { page: 'providers' } })}
          onConsent={(connectionId) => onMove({ kind: 'go', to: { page: 'consent', connectionId } })}
        />
      );
    case 'build':
      return (
        <BuildRoute providerId={route.providerId} attempt={attempt} onAttempt={onAttempt} onMove={onMove} />
      );
    case 'review':
      return <ReviewRoute attempt={attempt} onAttempt={onAttempt} onMove={onMove} />;
    case 'flow':
      return <FlowRoute flowId={route.flowId} attempt={attempt} onAttempt={onAttempt} onMove={onMove} />;
    case 'consents':
      return <ConsentsRoute onMove={onMove} />;
    case 'consent':
      return <ConsentRoute connectionId={route.connectionId} onMove={onMove} />;
    case 'transactions':
      return <TransactionsPage onStart={() => onMove({ kind: 'go', to: { page: 'welcome' } })} />;
    case 'wire':
      return <WireRoute route={route} onMove={onMove} />;
    case 'providers':
    case 'provider-add':
    case 'provider':
    case 'provider-edit':
      return <ProviderRoutes route={route} onMove={onMove} />;
    case 'keys':
      return <CredentialsPage onSettings={() => onMove({ kind: 'go', to: { page: 'settings' } })} />;
    case 'settings':
      return <SettingsPage appVersion={appVersion} />;
  }
}
