import type { Preferences } from '../../preload/contract/app-shapes';

/**
 * What the system says of the way to an address, as a PAC script spells it.
 *
 * @returns for example `PROXY proxy.example:8080; DIRECT`
 */
export type ResolveProxy = (url: string) => Promise<string>;

/** Where it is said which proxy leads to a provider. */
export interface ProxySource {
  /** What the person chose; asked for each connection. */
  readonly choice: () => Preferences['proxy'];
  readonly system: ResolveProxy;
  /** Environment variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A computer that is in its network without a proxy. */
export const NO_PROXY: ProxySource = {
  choice: () => 'none',
  system: () => Promise.resolve('DIRECT'),
  environment: {},
};
