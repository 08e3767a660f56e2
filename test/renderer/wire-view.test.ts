import { describe, expect, it } from 'vitest';

import { enWireLens } from '../../preload/contract/messages/en-wire-lens';
import type { WireField } from '../../preload/contract/wire-shapes';
import {
  differencesOf,
  fits,
  lensOf,
  pathOf,
  viewBytes,
  viewOutcome,
} from '../../renderer/features/wire/wire-view';
import { sampleDetail } from '../main/wire/exchange-samples';

function field(place: WireField['place'], name: string) {
  return lensOf({ place, name })?.clause ?? null;
}

describe('the spec lens', () => {
  it.each([
    ['request-body', 'authorization_details', 'RFC 9396 2'],
    ['request-body', 'authorization_details[0].type', 'RFC 9396 2'],
    ['request-body', 'authorization_details[0].consentRequest.lookbackPeriod', 'FDX Consent API'],
    [
      'request-body',
      'authorization_details[0].consentRequest.resources[1].dataClusters[0]',
      'FDX Consent API',
    ],
    ['request-body', 'code_challenge', 'RFC 7636 4.3'],
    ['query', 'iss', 'RFC 9207 2'],
    ['query', 'code', 'RFC 6749 4.1.2'],
    ['response-body', 'code', 'FDX API, Error'],
    ['response-body', 'request_uri', 'RFC 9126 2.2'],
    ['request-header', 'X-FAPI-Interaction-Id', 'FAPI 1.0 Part 1 6.2.2'],
    ['response-body', 'balance', null],
    ['response-body', 'constructor', null],
  ] as const)('says of the %s %s: %s', (place, name, clause) => {
    expect(field(place, name)).toBe(clause);
  });

  it('has one sentence and one clause for each name', () => {
    const bad = Object.entries(enWireLens).filter(
      ([name, { says, clause }]) => name !== name.toLowerCase() || !says.endsWith('.') || clause === '',
    );

    expect(bad).toEqual([]);
    expect(Object.keys(enWireLens).length).toBeGreaterThan(60);
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

  it('has sizes as they are read, and the path without its parameters', () => {
    expect(viewBytes(999)).toEqual({ id: 'wire.bytes', values: { count: 999 } });
    expect(viewBytes(1449)).toEqual({ id: 'wire.kilobytes', values: { count: 1.4 } });
    expect(pathOf({ target: '/authorize?client_id=a' })).toBe('/authorize');
  });
});

describe('two exchanges', () => {
  it('differ in what changed, went and came, and in nothing else', async () => {
    const here = await sampleDetail();
    const there = await sampleDetail({ url: 'https://bank.example/token?tenant=2&extra=1' });

    expect(differencesOf(here, here)).toEqual([]);
    expect(differencesOf(here, there)).toEqual([
      { place: 'query', name: 'tenant', here: '1', there: '2' },
      { place: 'query', name: 'extra', here: null, there: '1' },
    ]);
  });
});

describe('a saved session', () => {
  it('is searched in addresses, headers and bodies', async () => {
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
