import * as nodeDisk from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

import type { CrashSafeDisk } from '../../../main/store/crash-safe-file';

/** A step of a save that a test can make fail. */
export type DiskStep = 'mkdir' | 'open' | 'writeFile' | 'sync' | 'close' | 'link' | 'rename';

/** The real disk, except that one step fails with a system error each time, after it did nothing. */
export function failingDisk(step: DiskStep, code: string): CrashSafeDisk {
  const refuse = () => Promise.reject(Object.assign(new Error(`${code}: made by a test`), { code }));
  return watchedDisk((name) => (name === step ? refuse() : Promise.resolve()));
}

/** The real disk with a question before every step; a rejected answer is the step's own outcome. */
export function watchedDisk(before: (step: string) => Promise<void>): CrashSafeDisk {
  const watch = (target: object) =>
    new Proxy(target, {
      get: (owner, name) => {
        const member: unknown = Reflect.get(owner, name);
        if (typeof member !== 'function') return member;
        return async (...given: unknown[]) => {
          let refusal: unknown = null;
          await before(String(name)).catch((cause: unknown) => (refusal = cause));
          // A handle whose close fails has to be closed all the same, or the test leaks it.
          if (refusal !== null && name === 'close') await (owner as FileHandle).close();
          if (refusal !== null) throw refusal;
          const result: unknown = await Reflect.apply(member, owner, given);
          return name === 'open' ? watch(result as object) : result;
        };
      },
    });
  return watch({ ...nodeDisk }) as CrashSafeDisk;
}
