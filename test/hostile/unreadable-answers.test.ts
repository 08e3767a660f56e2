import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { at } from '../helpers/faults';
import { onScreen, SAYS } from '../helpers/on-screen';
import { type Answer, withStatus, withText } from '../helpers/provider-answer';
import { TUTORIAL_REQUEST } from '../helpers/recipient';
import { connect, runScreenCases, type ScreenCase, withClient } from '../helpers/screen-case';

const ONCE = ['discovery', 'par'] as const;
const ACCOUNTS = [...ONCE, 'token', 'consent', 'accounts'] as const;

/** The same answer with a coding in its header, and its body as that coding leaves it. */
function packed(coding: string, pack: (body: string | Buffer) => string | Buffer): (right: Answer) => Answer {
  return (right) => ({
    ...withStatus(right.status, { 'content-encoding': coding })(right),
    body: pack(right.body),
  });
}

const CASES: readonly ScreenCase[] = [
  {
    shows: ['S47'],
    does: 'packs the accounts and names the coding in capitals (RFC 9110 section 8.4.1)',
    fault: at(
      'accounts',
      packed('GZIP', (body) => gzipSync(body)),
    ),
    asked: ACCOUNTS,
    says: null,
  },
  {
    shows: ['S47'],
    does: 'packs the accounts in a way that nobody asked for',
    fault: at(
      'accounts',
      packed('zstd', (body) => body),
    ),
    asked: ACCOUNTS,
    says: SAYS.unknownCoding,
    technical: 'Content-Encoding: zstd',
  },
  {
    shows: ['S47'],
    does: 'says that the accounts are packed when they are not',
    fault: at(
      'accounts',
      packed('gzip', (body) => body),
    ),
    asked: ACCOUNTS,
    says: SAYS.brokenCoding,
  },
  {
    shows: ['S47'],
    does: 'cuts the accounts off in the middle',
    fault: at('accounts', withText('{"accounts":[{"accountId":"a"')),
    asked: ACCOUNTS,
    says: SAYS.brokenJson,
    technical: 'RFC 8259 2',
  },
  {
    shows: ['S47'],
    does: 'sends the accounts as plain text',
    fault: at('accounts', (right) => withText(right.body, 'text/plain')(right)),
    asked: ACCOUNTS,
    says: SAYS.notJson,
    technical: 'text/plain',
  },
  {
    shows: ['S47'],
    does: 'cuts its answer to the request off in the middle',
    fault: at('par', withText('{"request_uri":"urn:a', 'application/json')),
    asked: ONCE,
    says: SAYS.brokenJson,
  },
  {
    shows: ['S47'],
    does: 'refuses in a body that nobody can unpack: it is a refusal all the same',
    fault: at('accounts', (right) => packed('zstd', (body) => body)(withStatus(403)(right))),
    asked: ACCOUNTS,
    says: SAYS.noAccounts,
    technical: 'HTTP 403',
  },
];

describe('an answer that came whole and cannot be read', () => {
  runScreenCases(CASES);

  it('[S47] is never told as a connection that was broken off, and has a next step', () =>
    withClient(
      at(
        'accounts',
        packed('gzip', (body) => body),
      ),
      async ({ recipient, provider }) => {
        const flow = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);
        const words = onScreen(flow.failure!);

        expect(words.what).not.toBe(SAYS.brokenOff);
        expect(words.next).toContain('Try again in a minute.');
      },
    ));
});

describe('an answer in letters that are not UTF-8 (RFC 8259 section 8.1)', () => {
  it('[S47] is read as what it says that it is, and a byte order mark is no part of it', () => {
    const latin1 = (right: Answer) =>
      withText(
        Buffer.from(right.body.toString().replace('Everyday', 'Zürich'), 'latin1'),
        'application/json; charset=iso-8859-1',
      )(right);
    const marked = (right: Answer) => ({ ...right, body: `\uFEFF${right.body.toString()}` });
    return withClient({ answers: { consent: marked, accounts: latin1 } }, async (client) => {
      const detail = await client.window.get('getConsent', { connectionId: await connect(client) });

      expect(detail.accounts).toMatchObject([{ name: 'Zürich' }]);
    });
  });
});
