import { describe, expect, it } from 'vitest';

import { wordStartNotice } from '../../renderer/app/start-notice-words';

describe('what happened at the start', () => {
  it('names the file that was moved aside and where it is now', () => {
    const notice = {
      noticeId: 'notice-1',
      kind: 'file-moved-aside',
      file: 'connections.json',
      movedTo: 'connections.json.unreadable',
    } as const;

    expect(wordStartNotice(notice).values).toEqual({
      file: 'connections.json',
      movedTo: 'connections.json.unreadable',
    });
  });
});
