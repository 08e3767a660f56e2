import { describe, expect, it } from 'vitest';

import { EMPTY_RECORD, readRecord, recordBytes, type VaultRecord } from '../../../main/vault/vault-record';
import { aCredential, someTokens } from './vault-samples';

const FULL: VaultRecord = {
  credentials: new Map([['credential-1', aCredential()]]),
  databaseKey: null,
  tokens: new Map([
    ['connection-1', someTokens({ refreshToken: null, expiresAtMs: null, scope: null, grantId: null })],
  ]),
};
const written = (change: object) =>
  Buffer.from(JSON.stringify({ version: 1, credentials: [], tokens: [], ...change }));

describe('the record inside the vault', () => {
  it.each([
    { what: 'nothing', record: EMPTY_RECORD },
    { what: 'a credential and tokens', record: FULL },
    {
      what: 'an id that means something to JavaScript',
      record: {
        ...EMPTY_RECORD,
        tokens: new Map([['__proto__', someTokens({ connectionId: '__proto__' })]]),
      },
    },
  ])('comes back as it was with $what in it', ({ record }) => {
    expect(readRecord(recordBytes(record))).toEqual({ ok: true, value: record });
  });

  it.each([
    { because: 'it is no JSON', bytes: Buffer.from('{'), error: 'damaged' },
    { because: 'it is JSON of something else', bytes: Buffer.from('[]'), error: 'damaged' },
    { because: 'it has no version', bytes: written({ version: undefined }), error: 'damaged' },
    { because: 'it has a part that is not known', bytes: written({ extra: [] }), error: 'damaged' },
    {
      because: 'a credential lacks its key',
      bytes: written({ credentials: [{ ...aCredential(), privateKeyPem: '' }] }),
      error: 'damaged',
    },
    {
      because: 'tokens have a field too many',
      bytes: written({ tokens: [{ ...someTokens(), note: 1 }] }),
      error: 'damaged',
    },
    { because: 'a later release wrote it', bytes: written({ version: 2, more: {} }), error: 'newer-version' },
  ])('is refused because $because', ({ bytes, error }) => {
    expect(readRecord(bytes)).toEqual({ ok: false, error });
  });
});
