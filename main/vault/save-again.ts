import { onTheClock, type Schedule } from '../ports/schedule';

/** How long the app waits before it tries the disk again, in milliseconds. */
const PAUSE_MS = 30_000;

/** Tries again and again to save what the disk has refused, until it is saved or the app ends. */
export class SaveAgain {
  readonly #save: () => Promise<unknown>;
  readonly #schedule: Schedule;
  #isWanted = false;
  #callOff: (() => void) | null = null;

  /** @param save does nothing when there is nothing to save, and rejects never */
  constructor(save: () => Promise<unknown>, schedule: Schedule = onTheClock) {
    this.#save = save;
    this.#schedule = schedule;
  }

  /** Hears whether there is something that the disk has refused. */
  hear(hasUnsaved: boolean): void {
    this.#isWanted = hasUnsaved;
    if (hasUnsaved) this.#waitOnce();
    else this.stop();
  }

  stop(): void {
    this.#isWanted = false;
    this.#callOff?.();
    this.#callOff = null;
  }

  #waitOnce(): void {
    this.#callOff ??= this.#schedule(() => {
      void this.#save().then(() => {
        this.#callOff = null;
        if (this.#isWanted) this.#waitOnce();
      });
    }, PAUSE_MS);
  }
}
