/** The facts about a message's origin that decide whether main listens to it. */
export interface Sender {
  readonly frameUrl: string | null;
  readonly isTopFrame: boolean;
  readonly isOurWindow: boolean;
}

export type Distrust = 'no-frame' | 'foreign-window' | 'subframe' | 'foreign-origin';

/**
 * Says why a sender must be refused, or null when it may be heard.
 *
 * @param appOrigin scheme and host of our own pages, for example `app://countersign`
 * @see Electron security checklist, item 17 (validate the sender of all IPC messages)
 */
export function whyDistrust(sender: Sender, appOrigin: string): Distrust | null {
  if (sender.frameUrl === null || !URL.canParse(sender.frameUrl)) return 'no-frame';
  if (!sender.isOurWindow) return 'foreign-window';
  if (!sender.isTopFrame) return 'subframe';
  if (originOf(sender.frameUrl) !== appOrigin) return 'foreign-origin';
  return null;
}

// URL.origin is the string "null" for custom schemes, so it cannot be compared.
function originOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
