import type { Failure } from '../../preload/contract/failure.ts';

/** A part of the page, with the kinds of failure that belong there. */
export interface Chapter {
  readonly title: string;
  /** How deep its heading is: a stage of the way, or a part of one. */
  readonly level: 2 | 3;
  /** What stands before and after the table; nothing where it is empty. */
  readonly before: string;
  readonly after: string;
}

type Kind = Failure['kind'];

/** The chapters, in the order in which a person goes through a consent. */
export const CHAPTERS = {
  before: {
    title: 'Before you reach the bank',
    level: 2,
    before: 'Nothing was asked yet, or no answer came.',
    after: '',
  },
  unreachable: { title: 'The bank can’t be reached', level: 3, before: '', after: '' },
  insecure: { title: 'The connection is not secure', level: 3, before: '', after: '' },
  unprepared: { title: 'The bank can’t be asked yet', level: 3, before: '', after: '' },
  atTheBank: {
    title: 'At the bank',
    level: 2,
    before: 'You were sent to the bank’s page, and no consent came of it.',
    after: '',
  },
  answers: {
    title: 'What the bank answers',
    level: 2,
    before: 'The bank was reached, before or after its page, and what it answered could not be used.',
    after: '',
  },
  refused: { title: 'The bank says no', level: 3, before: '', after: '' },
  broken: { title: 'The bank has no time, or breaks a rule', level: 3, before: '', after: '' },
  afterwards: { title: 'Afterwards', level: 2, before: 'A consent that you gave earlier.', after: '' },
  computer: { title: 'On this computer', level: 2, before: '', after: '' },
  ports: { title: 'The way back, and the disk', level: 3, before: '', after: '' },
  secrets: { title: 'Keys and saved sessions', level: 3, before: '', after: '' },
  ours: {
    title: 'Countersign itself',
    level: 3,
    before: '',
    after:
      'The log is in [Countersign’s own folder](where-secrets-are-kept.md#the-files). Secrets in it are masked; read it before you send it.',
  },
} as const satisfies Readonly<Record<string, Chapter>>;

export type ChapterName = keyof typeof CHAPTERS;

/** Where each kind is told of. A new one does not compile until it has a place. */
export const CHAPTER_OF: Readonly<Record<Kind, ChapterName>> = {
  'provider-unreachable': 'unreachable',
  'proxy-trouble': 'unreachable',
  'no-secure-connection': 'insecure',
  'provider-unsuitable': 'unprepared',
  'issuer-differs': 'unprepared',
  'no-metadata': 'unprepared',
  'not-registered': 'unprepared',
  'registration-outdated': 'unprepared',
  'no-registration-endpoint': 'unprepared',
  'provider-unknown': 'unprepared',
  'authority-unreadable': 'unprepared',
  'file-not-read': 'unprepared',
  'key-unusable': 'unprepared',
  'not-printed': 'unprepared',
  'browser-not-opened': 'atTheBank',
  declined: 'atTheBank',
  'scopes-unknown': 'atTheBank',
  'request-expired': 'atTheBank',
  'flow-cancelled': 'atTheBank',
  'flow-unknown': 'atTheBank',
  'callback-not-ours': 'atTheBank',
  'provider-refused': 'refused',
  'provider-busy': 'broken',
  'protocol-violation': 'broken',
  'consent-ended': 'afterwards',
  'consent-not-found': 'afterwards',
  'access-not-held': 'afterwards',
  'consent-unknown': 'afterwards',
  'no-free-port': 'ports',
  'port-taken': 'ports',
  'storage-full': 'ports',
  'storage-too-large': 'ports',
  'storage-failed': 'ports',
  'vault-locked': 'secrets',
  'wrong-passphrase': 'secrets',
  'transaction-unknown': 'afterwards',
  'exchange-unknown': 'secrets',
  'trace-unreadable': 'secrets',
  'data-process-ended': 'ours',
  'sandbox-failed': 'ours',
  'bad-request': 'ours',
  unexpected: 'ours',
};

/** What the standards and the system call a kind, where they have a word for it. */
export const ALSO_CALLED: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  declined: ['access_denied', 'user_denied'],
  'provider-busy': ['Retry-After'],
  'consent-ended': ['invalid_grant', 'invalid_token'],
  'consent-not-found': ['404', '410'],
  'port-taken': ['EADDRINUSE'],
  'storage-full': ['ENOSPC'],
};

/** What stands above the chapters. */
export const OPENING = `# When something fails

Every message says what happened, who can fix it, and what to do next. The developer view (Ctrl + .) adds the code, the step and the rule that was broken. In the tables, **bank**, **address**, **port**, **code**, **words**, **field**, **time** and **reference** stand for what your message says there. The last column is the name in the code, and what the standard or the system calls it.

Nothing is shared by a flow that failed, with one exception: when the consent was granted and only the reading failed, it is in *Consents*, and *Read again* goes on.

The chapters are written by \`node scripts/failure-guide.mjs\` from the words that the screen uses; do not edit them here.`;

/** What stands below them: what is said outside of any page. */
export const CLOSING = `## At the start

| you read | because |
|---|---|
| a file could not be read, and was moved aside | it was damaged, or written by a later version. It is kept under the name that the message says |
| the keychain no longer opens what was sealed | see *Lost* in [where secrets are kept](where-secrets-are-kept.md) |

## On the command line

| it says | do |
|---|---|
| Countersign needs Node 20.19 or newer | install a newer Node |
| There is no other Electron for your system | set \`ELECTRON_MIRROR\`, or \`ELECTRON_OVERRIDE_DIST_PATH\` |
| This system lacks a library, and only an administrator can install that | type the line that it prints |
| There is no display here | nothing: it runs the demo; or start it where there is a screen |`;
