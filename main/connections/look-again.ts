import type { Failure } from '../../preload/contract/failure';
import type { Result } from '../../preload/contract/result';
import type { Comeback, OnComeback } from '../ports/comeback';
import type { ConnectionRecord } from '../records/connection-record';
import type { ExchangeRecorder } from '../wire/exchange-recorder';
import { consentStatus } from './consent-view';
import type { ProviderClient } from './provider-clients';
import { type ReadDeps, readStatus } from './read-connection';

export interface LookDeps extends ReadDeps {
  readonly reach: (providerId: string) => Promise<Result<ProviderClient, Failure>>;
  readonly wire: Pick<ExchangeRecorder, 'during'>;
  /** Tells the window that the list of consents may have changed. */
  readonly changed: (topic: 'consents') => void;
  /** Records a bug. */
  readonly reportUnexpected: (cause: unknown) => void;
  /** Whether a provider is there without being started for it. */
  readonly isThere: (providerId: string) => boolean;
}

/** How long after a look the focus of the window does not lead to another, in milliseconds. */
const PAUSE_MS = 300_000;

/**
 * Reads the status of active consents when the person comes back, who may have ended one at the bank: at once when
 * they close the bank's own page, and at most every five minutes when the window gets the focus. Nothing but the
 * consent is read, and a look that fails changes nothing: nobody asked for it.
 *
 * @returns ends it
 */
export function lookWhenBack(onComeback: OnComeback, deps: LookDeps): () => void {
  const lookedAtMs = new Map<string, number>();
  const isDue = (connection: ConnectionRecord, comeback: Comeback): boolean => {
    const { connectionId, providerId, consentId, readAtMs } = connection;
    const held = deps.tokens.get(connectionId);
    if (consentId === null || !held.ok || held.value === null) return false;
    if (consentStatus(connection, deps.nowMs()) !== 'ACTIVE') return false;
    if (comeback.kind === 'site-closed') return comeback.providerId === providerId;
    const lastMs = Math.max(readAtMs, lookedAtMs.get(connectionId) ?? 0);
    return deps.isThere(providerId) && deps.nowMs() - lastMs >= PAUSE_MS;
  };
  const look = async ({ connectionId, providerId }: ConnectionRecord): Promise<void> => {
    await deps.wire.during({ connectionId, providerId }, async () => {
      const client = await deps.reach(providerId);
      if (client.ok) await readStatus(deps, client.value, connectionId);
    });
    deps.changed('consents');
  };
  return onComeback((comeback) => {
    for (const connection of deps.connections.list().filter((one) => isDue(one, comeback))) {
      lookedAtMs.set(connection.connectionId, deps.nowMs());
      look(connection).catch(deps.reportUnexpected); // nobody waits for it who could catch it
    }
  });
}
