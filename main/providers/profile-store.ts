import { z } from 'zod';

import type { Failure } from '../../preload/contract/failure';
import { ok, type Result } from '../../preload/contract/result';
import { type ProviderProfile, readProfile, upgradedProfile } from '../records/provider-profile';
import type { MovedAside } from '../store/document';
import { openSettingsFile } from '../store/settings-file';

const file = z.strictObject({ version: z.literal(2), providers: z.array(readProfile) });

/** The file of version 1, which is written as version 2 with the next change. */
const firstFile = z
  .strictObject({ version: z.literal(1), providers: z.array(upgradedProfile) })
  .transform(({ providers }) => ({ version: 2 as const, providers }));

const anyFile = z.union([file, firstFile]);

/** The provider profiles of this installation. */
export interface ProfileStore {
  readonly list: () => readonly ProviderProfile[];
  readonly get: (providerId: string) => ProviderProfile | null;
  /** Adds a profile, or replaces the one with its id. */
  readonly put: (profile: ProviderProfile) => Promise<Result<null, Failure>>;
  readonly delete: (providerId: string) => Promise<Result<null, Failure>>;
  readonly movedAside: MovedAside | null;
}

/** Opens the store at a path. */
export async function openProfileStore(path: string, nowMs: number): Promise<ProfileStore> {
  const initial = { version: 2 as const, providers: [] };
  const document = await openSettingsFile<z.infer<typeof file>>({ path, schema: anyFile, initial, nowMs });
  const save = async (change: (all: readonly ProviderProfile[]) => ProviderProfile[]) => {
    const saved = await document.update(({ providers }) => ({ version: 2, providers: change(providers) }));
    return saved.ok ? ok(null) : saved;
  };
  return {
    list: () => document.get().providers,
    get: (providerId) => document.get().providers.find((one) => one.providerId === providerId) ?? null,
    put: (profile) =>
      save((all) => [...all.filter(({ providerId }) => providerId !== profile.providerId), profile]),
    delete: (providerId) => save((all) => all.filter((one) => one.providerId !== providerId)),
    movedAside: document.movedAside,
  };
}
