import { describe, expect, it } from 'vitest';

import { placeOn, type Screen, type WindowPlace } from '../../../main/store/window-place';

const USUAL = { width: 1100, height: 760 };
const ORDINARY = { width: 900, height: 640 };
const LAPTOP: Screen = { id: 1, workArea: { x: 0, y: 30, width: 1440, height: 870 } };
const LEFT: Screen = { id: 2, workArea: { x: -1920, y: 0, width: 1920, height: 1080 } };
const SMALL: Screen = { id: 3, workArea: { x: 0, y: 0, width: 800, height: 600 } };

const at = (x: number, y: number, { width, height } = ORDINARY, displayId = 1): WindowPlace => ({
  bounds: { x, y, width, height },
  isMaximized: false,
  displayId,
});

describe('the window opens', () => {
  const CASES: ReadonlyArray<{
    readonly where: string;
    readonly because: string;
    readonly screens: readonly [Screen, ...Screen[]];
    readonly remembered: WindowPlace | null;
    readonly opens: readonly [x: number, y: number, width: number, height: number];
  }> = [
    {
      where: 'in the middle, in its usual size',
      because: 'nothing is remembered',
      screens: [LAPTOP, LEFT],
      remembered: null,
      opens: [170, 85, 1100, 760],
    },
    {
      where: 'as large as there is room',
      because: 'the screen is smaller than the usual size',
      screens: [SMALL],
      remembered: null,
      opens: [0, 0, 800, 600],
    },
    {
      where: 'where it was',
      because: 'the screen is there',
      screens: [LAPTOP],
      remembered: at(200, 100),
      opens: [200, 100, 900, 640],
    },
    {
      where: 'where it was on the second screen',
      because: 'that one is left of the first, where x is negative',
      screens: [LAPTOP, LEFT],
      remembered: at(-1800, 100, ORDINARY, 2),
      opens: [-1800, 100, 900, 640],
    },
    {
      where: 'in the middle of the first screen',
      because: 'its screen is gone',
      screens: [LAPTOP],
      remembered: at(-1800, 100, ORDINARY, 2),
      opens: [270, 145, 900, 640],
    },
    {
      where: 'in the middle of its own screen',
      because: 'that was put elsewhere beside the others',
      screens: [LAPTOP, LEFT],
      remembered: at(3000, 100, ORDINARY, 2),
      opens: [-1410, 220, 900, 640],
    },
    {
      where: 'on the screen that shows most of it',
      because: 'it was across two',
      screens: [LAPTOP, LEFT],
      remembered: at(-800, 100),
      opens: [-900, 100, 900, 640],
    },
    {
      where: 'under the menu bar',
      because: 'its title bar has to be reached',
      screens: [LAPTOP],
      remembered: at(100, -20),
      opens: [100, 30, 900, 640],
    },
    {
      where: 'whole',
      because: 'it hung over the right and the lower edge',
      screens: [LAPTOP],
      remembered: at(1300, 800),
      opens: [540, 260, 900, 640],
    },
    {
      where: 'as large as the work area',
      because: 'the screen became smaller',
      screens: [SMALL],
      remembered: at(200, 100, { width: 1400, height: 900 }),
      opens: [0, 0, 800, 600],
    },
  ];
  for (const { where, because, screens, remembered, opens } of CASES) {
    it(`${where}, because ${because}`, () => {
      const [x, y, width, height] = opens;
      expect(placeOn(screens, remembered, USUAL)).toEqual({ x, y, width, height });
    });
  }
});
