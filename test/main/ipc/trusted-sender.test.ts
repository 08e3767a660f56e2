import { describe, expect, it } from 'vitest';

import { senderOf, whyDistrust } from '../../../main/ipc/trusted-sender';

const ORIGIN = 'app://countersign';
const OURS = { frameUrl: `${ORIGIN}/index.html`, isTopFrame: true, isOurWindow: true };

describe('[S15][S63] who may ask the main process (Electron security checklist, item 17)', () => {
  it.each(['app://countersign/', 'app://countersign/index.html?x=1#/consents/1'])(
    'is our own page %s',
    (frameUrl) => {
      expect(whyDistrust({ ...OURS, frameUrl }, ORIGIN)).toBeNull();
    },
  );

  for (const { change, distrust, because } of [
    { change: { frameUrl: null }, distrust: 'no-frame', because: 'the frame is gone' },
    { change: { frameUrl: '' }, distrust: 'no-frame', because: 'a frame without an address' },
    { change: { frameUrl: 'not a url' }, distrust: 'no-frame', because: 'a frame without an address' },
    { change: { isOurWindow: false }, distrust: 'foreign-window', because: 'a window that is not ours' },
    { change: { isTopFrame: false }, distrust: 'subframe', because: 'a frame that was put into our page' },
    { change: { frameUrl: 'about:blank' }, distrust: 'foreign-origin', because: 'an empty page' },
    { change: { frameUrl: 'https://countersign/' }, distrust: 'foreign-origin', because: 'another scheme' },
    { change: { frameUrl: 'file:///countersign/index.html' }, distrust: 'foreign-origin', because: 'a file' },
    { change: { frameUrl: 'app://evil/index.html' }, distrust: 'foreign-origin', because: 'another host' },
    {
      change: { frameUrl: 'app://countersign.evil/' },
      distrust: 'foreign-origin',
      because: 'a host that begins alike',
    },
    {
      change: { frameUrl: 'app://evil/app://countersign/' },
      distrust: 'foreign-origin',
      because: 'our name in a path',
    },
    {
      change: { frameUrl: 'app://countersign@evil/' },
      distrust: 'foreign-origin',
      because: 'our name as a user',
    },
    {
      change: { frameUrl: 'app://countersign:80/' },
      distrust: 'foreign-origin',
      because: 'a port that we have not',
    },
    {
      change: { frameUrl: 'data:text/html,app://countersign' },
      distrust: 'foreign-origin',
      because: 'a page in an address',
    },
    {
      change: { frameUrl: 'blob:app://countersign/1' },
      distrust: 'foreign-origin',
      because: 'a page made by a script',
    },
  ] as const) {
    it(`is not ${because}: ${JSON.stringify(change)}`, () => {
      expect(whyDistrust({ ...OURS, ...change }, ORIGIN)).toBe(distrust);
    });
  }
});

describe('[S15][S63] who sent a message, as Electron hands it over', () => {
  const contents = {};
  const window = { isDestroyed: () => false, webContents: contents };
  const destroyed = {
    isDestroyed: () => true,
    get webContents(): object {
      throw new TypeError('Object has been destroyed');
    },
  };
  const page = { url: OURS.frameUrl, parent: null };
  const message = { senderFrame: page, sender: contents };

  it('is our page, when a frame without a parent asks in our window', () => {
    expect(senderOf(message, window)).toEqual(OURS);
  });

  for (const { given, at = window, sender, because } of [
    {
      given: { ...message, senderFrame: { ...page, parent: page } },
      sender: { ...OURS, isTopFrame: false },
      because: 'a frame that has a parent was put into the page, wherever its own page came from',
    },
    {
      given: { ...message, senderFrame: null },
      sender: { frameUrl: null, isTopFrame: false, isOurWindow: true },
      because: 'a frame that is gone has no address and no place',
    },
    {
      given: { ...message, sender: {} },
      sender: { ...OURS, isOurWindow: false },
      because: 'other web contents are another window',
    },
    {
      given: message,
      at: destroyed,
      sender: { ...OURS, isOurWindow: false },
      because: 'a window that was destroyed is nobody’s',
    },
  ]) {
    it(`is not our page, because ${because}`, () => {
      expect(senderOf(given, at)).toEqual(sender);
    });
  }
});
