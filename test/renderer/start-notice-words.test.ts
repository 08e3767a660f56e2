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

  it('says that a certificate ends, and when it has', () => {
    const notice = {
      noticeId: 'notice-1',
      kind: 'credential-ends',
      name: 'Countersign',
      daysLeft: 7,
    } as const;

    expect(wordStartNotice(notice)).toEqual({
      id: 'keys.notice.ends',
      values: { name: 'Countersign', days: 7 },
    });
    expect(wordStartNotice({ ...notice, daysLeft: 0 }).id).toBe('keys.notice.ended');
  });
});
