import { readFileSync, statSync } from 'node:fs';

import type { Preferences } from '../../preload/contract/app-shapes';
import type { Bounds, WindowPlace } from './window-place';

const THEMES: readonly unknown[] = ['system', 'light', 'dark'] satisfies ReadonlyArray<Preferences['theme']>;
const SIDES = ['x', 'y', 'width', 'height'] as const satisfies ReadonlyArray<keyof Bounds>;

/** More than this is no file of ours. */
const MAX_BYTES = 64_000;

/** What has to be known before there is a window. */
export interface FirstPicture {
  /** `system` for whatever is not a theme. */
  readonly theme: Preferences['theme'];
  /** Null where nothing usable is remembered. */
  readonly place: WindowPlace | null;
}

/**
 * Reads the two files that the first picture needs, without a schema and before anything else; the files themselves are
 * opened and judged right afterwards, and what is broken is moved aside then.
 */
export function firstPicture(paths: { readonly preferences: string; readonly window: string }): FirstPicture {
  const { theme } = membersOf(paths.preferences);
  return {
    theme: THEMES.includes(theme) ? (theme as Preferences['theme']) : 'system',
    place: asPlace(membersOf(paths.window)['place']),
  };
}

function asPlace(found: unknown): WindowPlace | null {
  const { bounds, isMaximized, displayId } = asMembers(found);
  const members = asMembers(bounds);
  const isUsable =
    SIDES.every((side) => Number.isSafeInteger(members[side])) &&
    Number(members['width']) > 0 &&
    Number(members['height']) > 0 &&
    typeof displayId === 'number';
  return isUsable
    ? { bounds: members as unknown as Bounds, isMaximized: isMaximized === true, displayId }
    : null;
}

function membersOf(path: string): Readonly<Record<string, unknown>> {
  try {
    const { size } = statSync(path); // a named pipe would block for ever, and has no size
    return size > 0 && size <= MAX_BYTES ? asMembers(JSON.parse(readFileSync(path, 'utf8'))) : {};
  } catch {
    return {}; // absent at the first start, or broken
  }
}

function asMembers(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
