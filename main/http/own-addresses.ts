import { networkInterfaces } from 'node:os';

/** The addresses that this computer has just now, as one text. Another network gives another text. */
export function ownAddresses(): string {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address)
    .sort()
    .join();
}
