import { describe, expect, it } from 'vitest';

import { createDeepLinks } from '../../../main/links/deep-links';
import type { OnAnswer, Verdict } from '../../../main/ports/answer-listener';
import { PRIVATE_USE_SCHEME } from '../../../preload/contract/private-use-scheme';
import { diceOf, oddArguments, oddLink } from '../../helpers/odd-links';

const REDIRECT = { scheme: PRIVATE_USE_SCHEME, path: '/callback' } as const;
const RIGHT = `${PRIVATE_USE_SCHEME}:/callback?code=c&state=ours`;

/** A desk at which a flow waits; it takes only what carries its state. */
function waitingDesk(
  decide: OnAnswer = (url) => (url.searchParams.get('state') === 'ours' ? 'accepted' : 'foreign'),
) {
  const desk = createDeepLinks();
  const heard: string[] = [];
  const listener = desk.listen(REDIRECT, (url) => {
    heard.push(url.href);
    return decide(url);
  });
  return { desk, heard, listener };
}

/** Lets everything run that has been put off by a promise. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('[S18] the handler of links (RFC 8252 section 7.1)', () => {
  it('has the reverse-domain redirect URI with one slash and no host', () => {
    expect(waitingDesk().listener.redirectUri).toBe('app.countersign.desktop:/callback');
  });

  it('takes the link that the flow waits for, among the arguments of another start, once', async () => {
    const { desk, heard } = waitingDesk();

    desk.take(['/opt/Countersign/countersign', '--', RIGHT]);
    desk.take([RIGHT]);
    await settled();
    desk.take([RIGHT]);
    await settled();

    expect(heard).toEqual([RIGHT]);
  });

  it('goes on waiting after one that is not of this flow', async () => {
    const { desk, heard } = waitingDesk();
    const foreign = `${PRIVATE_USE_SCHEME}:/callback?error=access_denied&state=x`;

    desk.take([foreign]);
    await settled();
    desk.take([RIGHT]);
    await settled();

    expect(heard).toEqual([foreign, RIGHT]);
  });

  it('looks at one after the other, so that a second does not overtake the first', async () => {
    let decideFirst: (verdict: Verdict) => void = () => undefined;
    const first = new Promise<Verdict>((resolve) => {
      decideFirst = resolve;
    });
    const { desk, heard } = waitingDesk(() => first);

    desk.take([RIGHT, `${RIGHT}&again`]);
    await settled();
    expect(heard).toEqual([RIGHT]);
    decideFirst('accepted');
    await settled();

    expect(heard).toEqual([RIGHT]);
  });

  it.each([
    { when: 'before a flow waits', close: false, listen: false },
    { when: 'after the flow has ended', close: true, listen: true },
  ])('drops the very link that would be right, $when', async ({ close, listen }) => {
    const desk = createDeepLinks();
    const heard: string[] = [];
    const onAnswer: OnAnswer = (url) => {
      heard.push(url.href);
      return 'accepted';
    };
    if (!listen) desk.take([RIGHT]);
    const { close: end } = desk.listen(REDIRECT, onAnswer);
    if (close) end();
    if (listen) desk.take([RIGHT]);
    await settled();

    expect(heard).toEqual([]);
  });

  it('waits for the newest flow alone, and the end of an older one does not end that', async () => {
    const { desk, heard, listener } = waitingDesk();
    const newer: string[] = [];
    desk.listen(REDIRECT, (url) => {
      newer.push(url.href);
      return 'accepted';
    });

    listener.close();
    desk.take([RIGHT]);
    await settled();

    expect({ heard, newer }).toEqual({ heard: [], newer: [RIGHT] });
  });

  it('does not wait any more when a decision breaks down', async () => {
    const { desk, heard } = waitingDesk(() => {
      throw new Error('a bug');
    });

    desk.take([RIGHT]);
    await settled();
    desk.take([RIGHT]);
    await settled();

    expect(heard).toEqual([RIGHT]);
  });

  it('accepts none of 1,000 odd links and 1,000 odd lists of arguments, throws nothing, and still waits after them', async () => {
    const dice = diceOf(20_261_122);
    const { desk, heard } = waitingDesk();
    const idle = createDeepLinks();
    const seen = new Set<string>();

    for (let round = 0; round < 1000; round += 1) {
      const link = oddLink(dice);
      seen.add(link);
      for (const texts of [[link], oddArguments(dice)]) {
        desk.take(texts);
        idle.take([...texts, RIGHT]);
      }
    }
    await settled();

    expect(seen.size).toBeGreaterThan(400);
    expect(heard).toEqual([]);
    desk.take([RIGHT]);
    await settled();
    expect(heard).toEqual([RIGHT]);
  });
});
