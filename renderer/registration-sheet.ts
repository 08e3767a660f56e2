import { IntlMessageFormat } from 'intl-messageformat';

import { LANGUAGE, sheetMessages } from '../preload/contract/messages/messages-of';
import { readSheet, type SheetKey } from '../preload/contract/registration-sheet';

const messages = sheetMessages(LANGUAGE);

type Word = keyof typeof messages;

/** A value in the field's own spelling, what is called so elsewhere, and a remark. */
interface Fact {
  readonly term: Word;
  readonly value: string;
  readonly isCode?: boolean;
  readonly note?: string;
}

const sheet = readSheet(location.search);
const names = { client: sheet.clientName, provider: sheet.providerName };
const hasAnyPort = sheet.redirectUri.startsWith('http://127.0.0.1/');

fill('eyebrow', say('sheet.eyebrow'));
fill('made', say('sheet.made', { when: day(sheet.madeAtMs) }));
fill('title', say('sheet.title', names));
fill('lead', say('sheet.lead', names));
fill('task', say(sheet.clientId === null ? 'sheet.task' : 'sheet.task.known'));
document.getElementById('sections')?.append(
  section(say('sheet.client'), [
    { term: 'sheet.name', value: sheet.clientName },
    ...(sheet.clientId === null
      ? []
      : [{ term: 'sheet.client-id' as const, value: sheet.clientId, isCode: true }]),
    { term: 'sheet.issuer', value: sheet.issuer, isCode: true },
    {
      term: 'sheet.redirect',
      value: sheet.redirectUri,
      isCode: true,
      ...(hasAnyPort ? { note: say('sheet.redirect.any-port') } : {}),
    },
    { term: 'sheet.kind', value: say('sheet.kind.native') },
    { term: 'sheet.grants', value: 'authorization_code refresh_token', isCode: true },
  ]),
  section(say('sheet.proof'), [
    {
      term: 'sheet.authentication',
      value: sheet.clientAuthentication,
      isCode: true,
      note: say(`sheet.authentication.${sheet.clientAuthentication}`),
    },
    ...(sheet.subject === null
      ? []
      : [{ term: 'sheet.subject' as const, value: sheet.subject, isCode: true }]),
    { term: 'sheet.binding', value: say(`sheet.binding.${sheet.tokenBinding}`) },
  ]),
  section(say('sheet.asks'), [
    { term: 'sheet.requests', value: say('sheet.requests.par') },
    sheet.scope === null
      ? { term: 'sheet.scope', value: say('sheet.scope.default') }
      : { term: 'sheet.scope', value: sheet.scope, isCode: true },
    { term: 'sheet.details', value: sheet.detailTypes.join(' '), isCode: true },
  ]),
  ...sheet.keys.map(keySection),
);
fill('jwks-title', say('sheet.jwks'));
fill('jwks', sheet.jwks);
// Main waits for the title: the page is complete, in its own type, and can be printed.
void document.fonts.ready.then(() => {
  document.title = say('sheet.title', names);
});

function keySection(key: SheetKey): HTMLElement {
  const span = { from: day(key.notBeforeMs), to: day(key.notAfterMs) };
  return section(say(`sheet.key.${key.role}`), [
    {
      term: 'sheet.key.subject',
      value: key.subject,
      isCode: true,
      note:
        key.issuer === null ? say('sheet.key.self-signed') : say('sheet.key.issued', { issuer: key.issuer }),
    },
    { term: 'sheet.key.kind', value: say(`sheet.key.kind.${key.keyKind}`, { bits: String(key.keyBits) }) },
    { term: 'sheet.key.valid', value: say('sheet.key.valid.span', span) },
    { term: 'sheet.key.fingerprint', value: inTwoLines(key.fingerprint), isCode: true },
    { term: 'sheet.key.kid', value: key.kid, isCode: true },
  ]);
}

/** Digests are compared by eye, line by line. */
function inTwoLines(fingerprint: string): string {
  const pairs = fingerprint.split(':');
  const half = Math.ceil(pairs.length / 2);
  return `${pairs.slice(0, half).join(':')}:\u200b${pairs.slice(half).join(':')}`;
}

function section(title: string, facts: readonly Fact[]): HTMLElement {
  const list = element('dl');
  list.append(...facts.map(row));
  const whole = element('section');
  whole.append(element('h2', title), list);
  return whole;
}

function row({ term, value, isCode, note }: Fact): HTMLElement {
  const answer = element('dd');
  const text = element(isCode === true ? 'code' : 'span', value);
  text.className = 'value';
  answer.append(text);
  if (note !== undefined) {
    const remark = element('span', `  ${note}`);
    remark.className = 'note';
    answer.append(remark);
  }
  const whole = element('div');
  whole.append(element('dt', say(term)), answer);
  return whole;
}

function element(name: string, text?: string): HTMLElement {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
}

function say(id: Word, values: Readonly<Record<string, string>> = {}): string {
  return String(new IntlMessageFormat(messages[id], LANGUAGE).format(values));
}

function day(atMs: number): string {
  return new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'long', timeZone: 'UTC' }).format(atMs);
}

function fill(id: string, text: string): void {
  const place = document.getElementById(id);
  if (place !== null) place.textContent = text;
}
