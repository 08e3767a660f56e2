import type { Failure } from '../../preload/contract/failure';
import type { Result } from '../../preload/contract/result';

/** Larger than any key, certificate chain or archive of them that a provider hands out, in bytes. */
export const MAX_MATERIAL_BYTES = 262_144;

/** Kinds of text file that are written and read: an HTTP archive, a recorded session, a profile or key set. */
export type TextKind = 'har' | 'cstrace' | 'json';

/** Kinds of file that are written: those, and the printed registration pack. */
export type FileKind = TextKind | 'pdf';

/** A text file that the person chose. Its folder is nobody's business. */
interface ChosenText {
  readonly fileName: string;
  readonly text: string;
}

/** Files that the person chooses in the system's own dialogs: neither the window nor a provider names a path. */
export interface ChosenFiles {
  /**
   * Writes a file where the person wants it.
   *
   * @returns name of the file without its folder; null when they chose none
   */
  readonly save: (
    kind: FileKind,
    content: string | Uint8Array,
    suggestedName?: string,
  ) => Promise<Result<string | null, Failure>>;
  /** @returns null when they chose none */
  readonly open: (kind: TextKind) => Promise<Result<ChosenText | null, Failure>>;
  /** @returns the bytes of each file, null for one that could not be read; empty when they chose none */
  readonly openKeyMaterial: () => Promise<ReadonlyArray<Uint8Array | null>>;
}
