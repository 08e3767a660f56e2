import { z } from 'zod';

import { preferences, secretsState, startNotice } from '../app-shapes';
import { done, foreignText, id, nothing } from '../basic-shapes';

/** The app itself: what it starts with, what the person chose for it, the clipboard. */
export const appContract = {
  /** What the window needs to draw its first picture. */
  getStartState: {
    input: nothing,
    output: z.strictObject({
      appVersion: z.string(),
      preferences,
      secrets: secretsState,
      /** Whether keys or access are held that the disk has refused: they are lost if the app ends now. */
      hasUnsavedSecrets: z.boolean(),
      /** What happened at start that the person should know: files moved aside, a flow that was cut off. */
      notices: z.array(startNotice),
      consentCount: z.int(),
    }),
  },
  setPreferences: { input: preferences, output: preferences },
  /** The person has read a start notice. */
  dismissNotice: { input: z.strictObject({ noticeId: id }), output: done },
  /** Puts text that the person asked to copy on the clipboard. */
  copyText: { input: z.strictObject({ text: foreignText(2_000_000) }), output: done },
} as const;
