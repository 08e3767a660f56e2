import type { StartNotice } from '../../preload/contract/app-shapes';
import type { Phrase } from '../ui/words';

/** Puts what happened at the start into words. */
export function wordStartNotice(notice: StartNotice): Phrase {
  switch (notice.kind) {
    case 'file-moved-aside': {
      const { file, movedTo } = notice;
      return { id: 'app.notice.moved', values: { file: file ?? '', movedTo: movedTo ?? '' } };
    }
    case 'credential-ends': {
      const { name, daysLeft } = notice;
      return {
        id: daysLeft === 0 ? 'keys.notice.ended' : 'keys.notice.ends',
        values: { name, days: daysLeft },
      };
    }
    case 'keychain-lost':
      return { id: 'app.notice.keychain' };
  }
}
