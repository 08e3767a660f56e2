import { z } from 'zod';

import { onTheClock, type Schedule } from '../ports/schedule';
import type { MovedAside } from './document';
import { openSettingsFile } from './settings-file';
import type { WindowPlace } from './window-place';

/** How long a window has to stand still before its place is saved, in milliseconds. */
const PAUSE_MS = 500;

const pixel = z.int().min(-1_000_000).max(1_000_000);
const side = z.int().min(1).max(1_000_000);
const place = z.strictObject({
  bounds: z.strictObject({ x: pixel, y: pixel, width: side, height: side }),
  isMaximized: z.boolean(),
  displayId: z.number(),
}) satisfies z.ZodType<WindowPlace>;
const file = z.strictObject({ version: z.literal(1), place: place.nullable() });

/** Remembers where the main window is. It is read back before the first picture; see `first-picture.ts`. */
export interface WindowState {
  /** Hears where the window is now. Saved once it stands still. */
  readonly moved: (place: WindowPlace) => void;
  /** Saves what is not saved yet. */
  readonly close: () => Promise<void>;
  readonly movedAside: MovedAside | null;
}

export interface WindowStateOptions {
  readonly path: string;
  /** Epoch milliseconds, UTC. */
  readonly nowMs: number;
  readonly reportUnexpected: (cause: unknown) => void;
  readonly schedule?: Schedule;
}

/** Opens the file of the window's place. */
export async function openWindowState(options: WindowStateOptions): Promise<WindowState> {
  const { path, nowMs, reportUnexpected, schedule = onTheClock } = options;
  const initial = { version: 1 as const, place: null };
  const document = await openSettingsFile<z.infer<typeof file>>({ path, schema: file, initial, nowMs });
  let latest: WindowPlace | null = null;
  let callOff = () => {};

  async function save(): Promise<void> {
    const next = latest;
    if (next === null || isSame(next, document.get().place)) return;
    // A refusal is not told: a full disk speaks up where something is lost, and here the next start is as the last.
    await document.update(() => ({ version: 1, place: next }));
  }
  return {
    moved: (now) => {
      latest = now;
      callOff();
      callOff = schedule(() => void save().catch(reportUnexpected), PAUSE_MS);
    },
    close: async () => {
      callOff();
      await save().catch(reportUnexpected);
    },
    movedAside: document.movedAside,
  };
}

function isSame(a: WindowPlace, b: WindowPlace | null): boolean {
  if (b === null || a.isMaximized !== b.isMaximized || a.displayId !== b.displayId) return false;
  return (['x', 'y', 'width', 'height'] as const).every((side) => a.bounds[side] === b.bounds[side]);
}
