/** The facts about a message's origin that decide whether main listens to it. */
export interface Sender {
  readonly frameUrl: string | null;
  readonly isTopFrame: boolean;
  readonly isOurWindow: boolean;
}

/** A message as Electron hands it over, as far as it says where it came from. */
export interface ReceivedMessage {
  /** Null once the frame is gone. A frame without a parent is the page itself. */
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
  /** The web contents that the frame stands in. */
  readonly sender: object;
}

/** The window that has a bridge. */
export interface BridgedWindow {
  readonly isDestroyed: () => boolean;
  /** Throws once the window is destroyed. */
  readonly webContents: object;
}

/** Reads from a message who sent it. */
export function senderOf({ senderFrame, sender }: ReceivedMessage, window: BridgedWindow): Sender {
  return {
    frameUrl: senderFrame?.url ?? null,
    isTopFrame: senderFrame?.parent === null,
    isOurWindow: !window.isDestroyed() && sender === window.webContents,
  };
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
