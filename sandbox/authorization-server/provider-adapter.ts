import type { Adapter, AdapterPayload } from 'oidc-provider';

import type { Clock } from '../clock';
import type { Records } from '../records';

export interface AdapterOptions {
  readonly records: Records;
  readonly clock: Clock;
  /** How long a `request_uri` may be used. The library knows 60 seconds only. @see RFC 9126 section 2.2 */
  readonly requestUriSeconds: number;
  /** Whether the consent behind a grant still holds. Without it no token is refreshed or found active. */
  readonly isConsentActive: (grantId: string) => boolean;
}

/** Lets the authorization server library keep its models in the bank's records. */
export function adapterFor(options: AdapterOptions): (model: string) => Adapter {
  return (model) => (model === 'Session' ? forgetfulAdapter() : recordsAdapter(model, options));
}

function recordsAdapter(model: string, options: AdapterOptions): Adapter {
  const { records, clock, isConsentActive } = options;
  return {
    async upsert(id, payload, expiresIn) {
      const { jti: _isTheSecret, ...kept } = payload;
      const lifetimeSeconds = lifetimeOf(model, expiresIn, options);
      records.put(
        model,
        id,
        { ...kept, shiftedMs: clock.aheadMs() },
        lifetimeSeconds && lifetimeSeconds * 1000,
      );
    },
    async find(id) {
      const found = records.get(model, id);
      if (found === undefined) return undefined;
      if (model === 'Grant' && !isConsentActive(id)) return undefined;
      return readBack(model, id, found, clock);
    },
    async consume(id) {
      records.amend(model, id, { consumed: Math.floor(Date.now() / 1000) });
    },
    async destroy(id) {
      records.take(model, id);
    },
    async revokeByGrantId(grantId) {
      records.removeOfGrant(grantId, model);
    },
    findByUid: async () => undefined, // sessions only, and those are not kept
    findByUserCode: async () => undefined, // the device flow only, which is off
  };
}

/**
 * The bank remembers no browser: every consent begins with a sign-in, as at a bank, and a second consent
 * in the same browser can be given by another customer.
 */
function forgetfulAdapter(): Adapter {
  return {
    upsert: async () => undefined,
    find: async () => undefined,
    findByUid: async () => undefined,
    findByUserCode: async () => undefined,
    consume: async () => undefined,
    destroy: async () => undefined,
    revokeByGrantId: async () => undefined,
  };
}

function lifetimeOf(model: string, expiresIn: number | undefined, options: AdapterOptions): number | null {
  if (model === 'PushedAuthorizationRequest') return options.requestUriSeconds;
  return expiresIn ?? null;
}

function readBack(
  model: string,
  id: string,
  found: { readonly payload: Readonly<Record<string, unknown>>; readonly hasEnded: boolean },
  clock: Clock,
): AdapterPayload {
  const { shiftedMs, ...payload } = found.payload;
  if (model === 'Client') return payload; // client metadata; it has no id of its own and no end
  const exp = payload['exp'];
  if (typeof exp !== 'number') return { ...payload, jti: id };
  const sinceThenMs = clock.aheadMs() - (typeof shiftedMs === 'number' ? shiftedMs : 0);
  return { ...payload, jti: id, exp: found.hasEnded ? 1 : exp - Math.floor(sinceThenMs / 1000) };
}
