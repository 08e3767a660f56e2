/** In device-independent pixels, on the plane of all screens: a screen left of the first one has a negative `x`. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a window is, or was when the app ended. */
export interface WindowPlace {
  /** Of the window as it is when it is not maximised. */
  readonly bounds: Bounds;
  readonly isMaximized: boolean;
  /** Electron's id of the screen that it is on. */
  readonly displayId: number;
}

/** A screen, and what task bars and menus leave of it. */
export interface Screen {
  readonly id: number;
  readonly workArea: Bounds;
}

/** A size that fits on a screen. */
export function fitInto(area: Bounds, { width, height }: Pick<Bounds, 'width' | 'height'>) {
  return { width: Math.min(width, area.width), height: Math.min(height, area.height) };
}

/**
 * Where to open a window: where it was, if that screen is there; always whole inside a work area, so that its title bar
 * can be reached.
 *
 * @param screens the first one is the primary screen
 * @param usual the size where nothing is remembered; it is then put into the middle
 */
export function placeOn(
  screens: readonly [Screen, ...Screen[]],
  remembered: WindowPlace | null,
  usual: Pick<Bounds, 'width' | 'height'>,
): Bounds {
  if (remembered === null) return inTheMiddle(screens[0].workArea, usual);
  const { bounds, displayId } = remembered;
  const [best] = screens.toSorted((a, b) => overlap(b.workArea, bounds) - overlap(a.workArea, bounds));
  if (best === undefined || overlap(best.workArea, bounds) === 0) {
    // Its screen is gone, or was put elsewhere beside the others.
    const { workArea } = screens.find(({ id }) => id === displayId) ?? screens[0];
    return inTheMiddle(workArea, bounds);
  }
  const area = best.workArea;
  const { width, height } = fitInto(area, bounds);
  return {
    x: Math.min(Math.max(bounds.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(bounds.y, area.y), area.y + area.height - height),
    width,
    height,
  };
}

function inTheMiddle(area: Bounds, size: Pick<Bounds, 'width' | 'height'>): Bounds {
  const { width, height } = fitInto(area, size);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

/** The shared area in square pixels. */
function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
