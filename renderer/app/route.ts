import type { WireStep } from '../../preload/contract/wire-shapes';

/** Where the person is. Kept in memory: no address, so nothing outside can send anyone anywhere. */
export type Route =
  | { readonly page: 'welcome' }
  | { readonly page: 'build'; readonly providerId: string }
  | { readonly page: 'review' }
  | { readonly page: 'flow'; readonly flowId: string }
  | { readonly page: 'transactions' }
  | { readonly page: 'consents' }
  | { readonly page: 'consent'; readonly connectionId: string }
  | { readonly page: 'providers' }
  | { readonly page: 'provider-add'; readonly profileText: string | null }
  | { readonly page: 'provider'; readonly providerId: string }
  | { readonly page: 'provider-edit'; readonly providerId: string }
  | {
      readonly page: 'wire';
      readonly flowId?: string;
      readonly connectionId?: string;
      /** Opens the exchange of the first of these steps that there is one of. */
      readonly steps?: readonly WireStep[];
    }
  | { readonly page: 'keys' }
  | { readonly page: 'settings' };

/** The entries of the sidebar, in the order of their keys. */
export const SECTIONS = [
  'welcome',
  'transactions',
  'consents',
  'providers',
  'keys',
  'wire',
  'settings',
] as const;
export type Section = (typeof SECTIONS)[number];

const SECTION_OF = {
  welcome: 'welcome',
  build: 'welcome',
  review: 'welcome',
  flow: 'welcome',
  transactions: 'transactions',
  consents: 'consents',
  consent: 'consents',
  wire: 'wire',
  providers: 'providers',
  'provider-add': 'providers',
  provider: 'providers',
  'provider-edit': 'providers',
  keys: 'keys',
  settings: 'settings',
} as const satisfies Record<Route['page'], Section>;

/** Which entry of the sidebar a route belongs to. */
export function sectionOf(route: Route): Section {
  return SECTION_OF[route.page];
}

/** Tells two visits apart, so that a page starts fresh for another consent. */
export function routeKey(route: Route): string {
  return Object.values(route).join('/');
}
