/** The system's clipboard, for text. */
export interface Clipboard {
  readonly write: (text: string) => void;
  readonly read: () => Promise<string>;
}
