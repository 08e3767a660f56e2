import { describe, expect, it } from 'vitest';

import { fieldGlossary, LANGUAGE } from '../../preload/contract/messages/messages-of';
import type { ExchangeDetail, WireField, WireStep } from '../../preload/contract/wire-shapes';
import { comparable, differencesOf } from '../../renderer/features/wire/difference-view';
import { viewOwnSpan, viewTimeline } from '../../renderer/features/wire/timeline-view';
import { nextRow } from '../../renderer/features/wire/use-row-keys';
import {
  exchangeForSteps,
  fits,
  glossaryOf,
  hitsOf,
  isOfKind,
  pathOf,
  viewBytes,
  viewDuration,
  viewOutcome,
} from '../../renderer/features/wire/wire-view';
import { sampleDetail, sampleExchange } from '../main/wire/exchange-samples';

const GLOSSARY = await fieldGlossary(LANGUAGE);

const clauseOf = (step: WireStep, place: WireField['place'], name: string) =>
  glossaryOf({ place, name }, step)?.clause ?? null;

describe('the field glossary', () => {
  it.each([
    ['par', 'request-body', 'authorization_details', 'RFC 9396 2'],
    ['par', 'request-body', 'authorization_details[0].type', 'RFC 9396 2'],
    ['par', 'request-body', 'authorization_details[0].consentRequest.lookbackPeriod', 'FDX Consent API'],
    [
      'par',
      'request-body',
      'authorization_details[0].consentRequest.resources[1].dataClusters[0]',
      'FDX Consent API',
    ],
    ['par', 'request-body', 'code_challenge', 'RFC 7636 4.3'],
    ['par', 'response-body', 'request_uri', 'RFC 9126 2.2'],
    ['par', 'response-body', 'expires_in', 'RFC 9126 2.2'],
    ['authorize', 'query', 'request_uri', 'RFC 9126 4'],
    ['callback', 'query', 'iss', 'RFC 9207 2'],
    ['callback', 'query', 'code', 'RFC 6749 4.1.2'],
    ['callback', 'query', 'error', 'RFC 6749 4.1.2.1'],
    ['token', 'request-body', 'code', 'RFC 6749 4.1.3'],
    ['token', 'response-body', 'expires_in', 'RFC 6749 5.1'],
    ['token', 'response-body', 'scope', 'RFC 6749 5.1'],
    ['token', 'response-body', 'authorization_details', 'RFC 9396 7'],
    ['token', 'response-body', 'error', 'RFC 6749 5.2'],
    ['accounts', 'response-body', 'code', 'FDX API, Error'],
    ['accounts', 'response-body', 'accounts[12].currency.currencyCode', 'FDX Core API, ISO 4217'],
    ['consent', 'response-body', 'parties[0].type', 'FDX Consent API'],
    ['keys', 'response-body', 'keys[0].x5t#S256', 'RFC 7517 4.9, RFC 8705 3.1'],
    ['discovery', 'response-body', 'mtls_endpoint_aliases.token_endpoint', 'RFC 8705 5'],
    ['accounts', 'request-header', 'X-FAPI-Interaction-Id', 'FAPI 1.0 Part 1 6.2.2'],
    ['accounts', 'response-header', 'x-fapi-interaction-id', 'FAPI 1.0 Part 1 6.2.1'],
    ['accounts', 'response-header', 'Retry-After', 'RFC 9110 10.2.3'],
    ['accounts', 'response-header', 'WWW-Authenticate', 'RFC 6750 3'],
    ['accounts', 'request-header', 'DPoP', 'RFC 9449 4'],
    ['accounts', 'response-body', 'x-acme-flavour', null],
    ['accounts', 'response-body', 'constructor', null],
  ] as const)('says of %s, %s %s: %s', (step, place, name, clause) => {
    expect(clauseOf(step, place, name)).toBe(clause);
  });

  it('has one sentence and one clause for each name', () => {
    const bad = Object.entries(GLOSSARY).filter(
      ([name, { says, clause }]) => name !== name.toLowerCase() || !/^[A-Z].*\.$/.test(says) || clause === '',
    );

    expect(bad).toEqual([]);
    expect(Object.keys(GLOSSARY).length).toBeGreaterThan(200);
  });
});

describe('a line of the list', () => {
  it('says how the exchange ended', async () => {
    const detail = await sampleDetail();

    expect(viewOutcome(detail)).toEqual({ tone: 'good', text: '200' });
    expect(viewOutcome({ ...detail, status: 503 })).toEqual({ tone: 'bad', text: '503' });
    expect(viewOutcome({ ...detail, fault: 'tls' })).toEqual({ tone: 'bad', text: { id: 'wire.fault.tls' } });
    expect(viewOutcome({ ...detail, status: null, kind: 'browser' })).toEqual({
      tone: 'none',
      text: { id: 'wire.browser' },
    });
  });

  it('has sizes and times as they are read, and the path without its parameters', () => {
    expect(viewBytes(999)).toEqual({ id: 'wire.bytes', values: { count: 999 } });
    expect(viewBytes(1449)).toEqual({ id: 'wire.kilobytes', values: { count: 1.4 } });
    expect(viewDuration(999)).toEqual({ id: 'wire.milliseconds', values: { count: 999 } });
    expect(viewDuration(1200)).toEqual({ id: 'wire.seconds', values: { count: 1.2 } });
    expect(pathOf({ target: '/authorize?client_id=a' })).toBe('/authorize');
  });

  it('is found by how it went: failed, on the back channel, or in the browser', async () => {
    const detail = await sampleDetail();
    const refused = { ...detail, status: 400 };
    const browser: ExchangeDetail = { ...detail, kind: 'browser', status: null };
    const kindsOf = (exchange: ExchangeDetail) =>
      (['every', 'failed', 'back-channel', 'browser'] as const).filter((kind) => isOfKind(exchange, kind));

    expect(kindsOf(detail)).toEqual(['every', 'back-channel']);
    expect(kindsOf(refused)).toEqual(['every', 'failed', 'back-channel']);
    expect(kindsOf(browser)).toEqual(['every', 'browser']);
  });

  it.each([
    { key: 'ArrowDown', at: 0, to: 1 },
    { key: 'ArrowUp', at: 1, to: 0 },
    { key: 'Home', at: 2, to: 0 },
    { key: 'End', at: 0, to: 2 },
    { key: 'ArrowDown', at: 2, to: null },
    { key: 'ArrowUp', at: 0, to: null },
    { key: 'a', at: 1, to: null },
  ])('of three, $key leads from $at to $to', ({ key, at, to }) => {
    expect(nextRow(key, at, 3)).toBe(to);
  });
});

describe('the exchange that a step is opened with', () => {
  it('is the last of the first step that there is one of', async () => {
    const detail = await sampleDetail();
    const list = (['discovery', 'par', 'par', 'token'] as const).map((step, index) => ({
      ...detail,
      step,
      exchangeId: `e${index}`,
    }));

    expect(exchangeForSteps(list, ['par', 'discovery'])?.exchangeId).toBe('e2');
    expect(exchangeForSteps(list, ['consent', 'discovery'])?.exchangeId).toBe('e0');
    expect(exchangeForSteps(list, ['consent'])).toBeNull();
    expect(exchangeForSteps(list, [])).toBeNull();
  });
});

describe('the line of time', () => {
  const at = (exchangeId: string, startedAtMs: number, headersMs: number | null, durationMs: number) => ({
    exchangeId,
    startedAtMs,
    headersAtMs: headersMs === null ? null : startedAtMs + headersMs,
    durationMs,
  });

  it('shows waiting and receiving, and cuts an idle minute to what one exchange takes', async () => {
    const detail = await sampleDetail();
    const exchanges = [at('a', 0, 8, 10), at('b', 60_010, null, 10)].map((one) => ({ ...detail, ...one }));

    // 10 ms, a gap that counts for 10 ms, 10 ms.
    expect([...viewTimeline(exchanges)]).toEqual([
      ['a', { from: 0, headers: 8 / 30, to: 10 / 30 }],
      ['b', { from: 20 / 30, headers: 1, to: 1 }],
    ]);
  });

  it('holds one that took no time, and a head that came after the end', async () => {
    const detail = await sampleDetail();

    expect(viewOwnSpan({ ...detail, ...at('a', 5, null, 0) })).toEqual({ from: 0, headers: 0, to: 0 });
    expect(viewOwnSpan({ ...detail, ...at('a', 5, 30, 20) })).toEqual({ from: 0, headers: 1, to: 1 });
  });
});

describe('two exchanges', () => {
  it('differ in how they ended, in what changed, went and came, and in nothing else', async () => {
    const here = await sampleDetail();
    const there = await sampleDetail({ url: 'https://bank.example/token?tenant=2&extra=1' });

    expect(differencesOf(here, here)).toEqual([]);
    expect(differencesOf(here, there)).toEqual([
      { fieldId: 'query:tenant', place: 'query', name: 'tenant', here: '1', there: '2' },
      { fieldId: 'query:extra', place: 'query', name: 'extra', here: null, there: '1' },
    ]);
    expect(differencesOf(here, { ...here, status: null, fault: 'timeout' })).toEqual([
      { fieldId: 'outcome', place: 'outcome', name: 'status', here: '200', there: 'timeout' },
    ]);
  });

  it('differ in the part of a consent request that changed, and not in the whole of it as well', async () => {
    const asking = (lookbackPeriod: number) => {
      const details = JSON.stringify([{ consentRequest: { lookbackPeriod } }]);
      const body = Buffer.from(`authorization_details=${encodeURIComponent(details)}`);
      return sampleDetail({ sent: { ...sampleExchange().sent, body, bodyBytes: body.length } });
    };

    expect(differencesOf(await asking(60), await asking(900))).toMatchObject([
      { name: 'authorization_details[0].consentRequest.lookbackPeriod', here: '60', there: '900' },
    ]);
  });

  it('are offered with those of the same step first', async () => {
    const detail = await sampleDetail();
    const list = (['par', 'token', 'token'] as const).map((step, index) => ({
      ...detail,
      step,
      exchangeId: `o${index}`,
    }));

    expect(comparable(detail, [...list, detail]).map(({ exchangeId }) => exchangeId)).toEqual([
      'o1',
      'o2',
      'o0',
    ]);
  });
});

describe('what is looked for', () => {
  it('is counted in each part that has words', async () => {
    const detail = await sampleDetail();

    expect(hitsOf(detail, '')).toEqual({ fields: 0, headers: 0, body: 0 });
    expect(hitsOf(detail, 'CONTENT-')).toEqual({ fields: 3, headers: 3, body: 0 });
    expect(hitsOf(detail, 'expires_in')).toEqual({ fields: 1, headers: 0, body: 1 });
  });

  it('is found in the addresses, headers and bodies of a saved session', async () => {
    const detail = await sampleDetail();

    expect(['', 'TENANT=1', 'content-length', 'token_type'].map((search) => fits(detail, search))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(fits(detail, 'refresh_token')).toBe(false);
  });
});
