import { randomUUID } from 'node:crypto';

import type { StartNotice } from '../../preload/contract/app-shapes';
import type { MovedAside } from './document';

/** What is said of files that could not be read; null stands for one that could. */
export function movedAsideNotices(moved: ReadonlyArray<MovedAside | null>): readonly StartNotice[] {
  return moved.flatMap((one) =>
    one === null ? [] : [{ noticeId: randomUUID(), kind: 'file-moved-aside' as const, ...one }],
  );
}
