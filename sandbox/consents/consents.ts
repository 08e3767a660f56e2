import { z } from 'zod';

import { type Cluster, DURATION_TYPES, RESOURCE_TYPES } from '../../preload/contract/consent-vocabulary';
import type { Clock } from '../clock';
import type { Records } from '../records';
import type { RequestedConsent } from './authorization-details';

const DAY_MS = 86_400_000;

export const REVOCATION_REASONS = ['USER_ACTION', 'BUSINESS_RULE'] as const;
export const PARTY_TYPES = [
  'DATA_ACCESS_PLATFORM',
  'DATA_PROVIDER',
  'DATA_RECIPIENT',
  'INDIVIDUAL',
  'MERCHANT',
  'VENDOR',
] as const;

const revocation = z.object({
  reason: z.enum(REVOCATION_REASONS),
  initiator: z.enum(PARTY_TYPES),
  atMs: z.number(),
});

const consent = z.object({
  id: z.string(),
  clientId: z.string(),
  customerId: z.string(),
  createdMs: z.number(),
  /** Null lasts until it is revoked. */
  expiresMs: z.number().nullable(),
  durationType: z.enum(DURATION_TYPES),
  durationPeriod: z.number().nullable(),
  lookbackPeriod: z.number(),
  resources: z.array(
    z.object({ resourceType: z.enum(RESOURCE_TYPES), dataClusters: z.array(z.custom<Cluster>()) }),
  ),
  accountIds: z.array(z.string()),
  revocation: revocation.nullable(),
});

/** What a customer agreed to, as the bank keeps it. Times are epoch milliseconds, UTC. */
export type Consent = z.infer<typeof consent>;
export type Revocation = z.infer<typeof revocation>;
export type ConsentStatus = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

export interface NewConsent {
  /** The id of the grant. Unguessable: it is the address of the consent. */
  readonly id: string;
  readonly clientId: string;
  readonly customerId: string;
  readonly granted: RequestedConsent;
  readonly accountIds: readonly string[];
}

/** The bank's book of consents. */
export class Consents {
  readonly #records: Records;
  readonly #clock: Clock;

  constructor(records: Records, clock: Clock) {
    this.#records = records;
    this.#clock = clock;
  }

  enter({ id, clientId, customerId, granted, accountIds }: NewConsent): void {
    const createdMs = this.#clock.nowMs();
    const entry: Consent = {
      id,
      clientId,
      customerId,
      createdMs,
      expiresMs: expiryOf(granted, createdMs),
      durationType: granted.durationType,
      durationPeriod: granted.durationPeriod ?? null,
      lookbackPeriod: granted.lookbackPeriod,
      resources: granted.resources.map(({ resourceType, dataClusters }) => ({
        resourceType,
        dataClusters: [...dataClusters],
      })),
      accountIds: [...accountIds],
      revocation: null,
    };
    this.#records.put('Consent', id, entry, null);
  }

  find(id: string): Consent | undefined {
    const found = this.#records.get('Consent', id);
    return found === undefined ? undefined : consent.parse(found.payload);
  }

  /** What a customer ever agreed to, newest first. */
  ofCustomer(customerId: string): readonly Consent[] {
    return this.#records
      .all('Consent')
      .map((payload) => consent.parse(payload))
      .filter((entry) => entry.customerId === customerId)
      .sort((left, right) => right.createdMs - left.createdMs);
  }

  statusOf({ revocation: ended, expiresMs }: Consent): ConsentStatus {
    if (ended !== null) return 'REVOKED';
    return expiresMs !== null && this.#clock.nowMs() >= expiresMs ? 'EXPIRED' : 'ACTIVE';
  }

  isActive(id: string): boolean {
    const found = this.find(id);
    return found !== undefined && this.statusOf(found) === 'ACTIVE';
  }

  /**
   * Ends a consent for good, and with it every token that stands on it.
   *
   * @returns false when it had ended before
   */
  revoke(id: string, by: Omit<Revocation, 'atMs'>): boolean {
    const found = this.find(id);
    if (found === undefined || this.statusOf(found) !== 'ACTIVE') return false;
    this.#records.amend('Consent', id, { revocation: { ...by, atMs: this.#clock.nowMs() } });
    this.#records.take('Grant', id);
    this.#records.removeOfGrant(id);
    return true;
  }
}

/** @see FDX Consent API 6.x: ONE_TIME is for one interaction; the bank ends it after a day at the latest */
function expiryOf({ durationType, durationPeriod }: RequestedConsent, createdMs: number): number | null {
  switch (durationType) {
    case 'ONE_TIME':
      return createdMs + DAY_MS;
    case 'TIME_BOUND':
      return createdMs + (durationPeriod ?? 0) * DAY_MS;
    case 'PERSISTENT':
      return null;
  }
}
