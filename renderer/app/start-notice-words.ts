import type { StartNotice } from '../../preload/contract/app-shapes';
import type { Phrase } from '../ui/words';

/** Puts what happened at the start into words. */
export function wordStartNotice({ kind, file, movedTo }: StartNotice): Phrase {
  switch (kind) {
    case 'file-moved-aside':
      return { id: 'app.notice.moved', values: { file: file ?? '', movedTo: movedTo ?? '' } };
    case 'keychain-lost':
      return { id: 'app.notice.keychain' };
  }
}
