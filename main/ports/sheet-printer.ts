import type { Failure } from '../../preload/contract/failure';
import type { RegistrationSheet } from '../../preload/contract/registration-sheet';
import type { Result } from '../../preload/contract/result';

/** Sets the printed registration pack. */
export interface SheetPrinter {
  /** @returns the bytes of a PDF */
  readonly pdf: (sheet: RegistrationSheet) => Promise<Uint8Array>;
  /**
   * Lets the person print it, in the system's own dialog.
   *
   * @returns false when they changed their mind; `not-printed` when the system cannot
   */
  readonly paper: (sheet: RegistrationSheet) => Promise<Result<boolean, Failure>>;
}
