import { z } from 'zod';

import type { Failure } from '../../preload/contract/failure';
import { ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import { openJsonFile } from '../store/json-file';
import type { MovedAside } from '../store/json-file';
import { providerProfile } from './provider-profile';
import type { ProviderProfile } from './provider-profile';

const file = z.strictObject({ version: z.literal(1), providers: z.array(providerProfile) });

/** The provider profiles of this installation. */
export interface ProfileStore {
  readonly get: (providerId: string) => ProviderProfile | null;
  readonly list: () => readonly ProviderProfile[];
  /** Adds a profile, or replaces the one with its id. */
  readonly put: (profile: ProviderProfile) => Promise<Result<null, Failure>>;
  readonly movedAside: MovedAside | null;
}

/** Opens the store at a path. */
export async function openProfileStore(path: string, nowMs: number): Promise<ProfileStore> {
  const document = await openJsonFile({ path, schema: file, initial: { version: 1, providers: [] }, nowMs });
  return {
    get: (providerId) => document.get().providers.find((one) => one.providerId === providerId) ?? null,
    list: () => document.get().providers,
    put: async (profile) => {
      const saved = await document.update(({ providers }) => ({
        version: 1,
        providers: [...providers.filter(({ providerId }) => providerId !== profile.providerId), profile],
      }));
      return saved.ok ? ok(null) : saved;
    },
    movedAside: document.movedAside,
  };
}
