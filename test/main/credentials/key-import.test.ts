import { createPrivateKey, X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';

import { KeyImport } from '../../../main/credentials/key-import';
import { publicJwks } from '../../../main/credentials/public-jwks';
import { MAX_MATERIAL_BYTES } from '../../../main/ports/chosen-files';
import type { CredentialStore } from '../../../main/vault/credential-store';
import * as samples from './archive-samples';
import { memoryCredentials } from './memory-credentials';
import { IMPORT_NOW_MS, oddPair, type OddPair, rsaOf } from './odd-pair';

const bytes = (...texts: readonly string[]) => texts.map((text) => Buffer.from(text, 'utf8'));

let credentials: CredentialStore;
let keyImport: KeyImport;
let good: OddPair;

beforeEach(async () => {
  credentials = memoryCredentials();
  keyImport = new KeyImport({ credentials, nowMs: () => IMPORT_NOW_MS });
  good = await oddPair();
});

async function sealed(pem: string, type: 'pkcs8' | 'sec1' | 'pkcs1', cipher: string): Promise<string> {
  const format = 'pem';
  return String(createPrivateKey(pem).export({ type, format, cipher, passphrase: 'swordfish' }));
}

describe('a key is imported', () => {
  it('from two files at once, and is kept as PKCS#8 with its certificate', async () => {
    const view = await keyImport.add(bytes(good.certificatePem, good.keyPem));

    expect(view).toMatchObject({ hasKey: true, needs: null, refusal: null, warnings: [] });
    expect(view.certificate).toMatchObject({ name: 'Import client', keyKind: 'ec-p256', keyBits: 256 });
    const kept = await keyImport.keep();
    expect(kept).toMatchObject({ ok: true, value: { kind: 'ec-p256', createdAtMs: IMPORT_NOW_MS } });
    expect(credentials.list()).toMatchObject({ value: [{ certificatePem: good.certificatePem }] });
    expect(await keyImport.keep()).toMatchObject({ ok: false });
  });

  it('from one file with both, and from two files one after the other', async () => {
    expect(await keyImport.add(bytes(`${good.keyPem}\n${good.certificatePem}`))).toMatchObject({
      needs: null,
    });
    keyImport.drop();

    expect(await keyImport.add(bytes(good.keyPem))).toMatchObject({ hasKey: true, needs: 'certificate' });
    expect(await keyImport.add([])).toMatchObject({ needs: 'certificate' });
    expect(await keyImport.add(bytes(good.certificatePem))).toMatchObject({ hasKey: true, needs: null });
    keyImport.drop();

    expect(await keyImport.add(bytes(good.certificatePem))).toMatchObject({ hasKey: false, needs: 'key' });
    expect(await keyImport.add(bytes(good.keyPem))).toMatchObject({ needs: null, refusal: null });
  });

  it('in the traditional EC and RSA forms, sealed or not', async () => {
    const rsa = await oddPair({ algorithm: rsaOf(2048) });
    const forms: ReadonlyArray<readonly [string, OddPair]> = [
      [String(createPrivateKey(good.keyPem).export({ type: 'sec1', format: 'pem' })), good],
      [String(createPrivateKey(rsa.keyPem).export({ type: 'pkcs1', format: 'pem' })), rsa],
      [await sealed(good.keyPem, 'sec1', 'aes-128-cbc'), good],
      [await sealed(rsa.keyPem, 'pkcs1', 'des-ede3-cbc'), rsa],
    ];
    for (const [keyPem, { certificatePem }] of forms) {
      const first = await keyImport.add(bytes(keyPem, certificatePem));
      const view = first.needs === 'passphrase' ? await keyImport.open('swordfish') : first;

      expect(view, keyPem.slice(0, 90)).toMatchObject({ hasKey: true, needs: null, refusal: null });
      keyImport.drop();
    }
  });

  it('as encrypted PKCS#8, and a wrong passphrase loses nothing', async () => {
    const keyPem = await sealed(good.keyPem, 'pkcs8', 'aes-256-cbc');

    expect(await keyImport.add(bytes(keyPem, good.certificatePem))).toMatchObject({
      needs: 'passphrase',
      refusal: null,
    });
    for (const wrong of ['Swordfish', '', 'swordfish ', 'x'.repeat(1024)])
      expect(await keyImport.open(wrong)).toMatchObject({ needs: 'passphrase', refusal: 'wrong-passphrase' });
    expect(await keyImport.open('swordfish')).toMatchObject({ needs: null, refusal: null });
  });

  it('as PKCS#8 that is sealed with RC2, which OpenSSL 3 opens no more', async () => {
    await keyImport.add([...bytes(samples.KEY_RC2_PEM), samples.ARCHIVE_AES]);

    // The archive brings the certificate and the same key once more: that is one key, not two.
    expect(await keyImport.open(samples.ARCHIVE_PASSPHRASE)).toMatchObject({ needs: null, refusal: null });
  });

  for (const [what, archive] of [
    ['RC2 and 3DES', samples.ARCHIVE_RC2_3DES],
    ['RC2 alone', samples.ARCHIVE_RC2],
    ['AES-256', samples.ARCHIVE_AES],
  ] as const) {
    it(`from a .p12 archive that is sealed with ${what}`, async () => {
      expect(await keyImport.add([archive])).toMatchObject({ needs: 'passphrase', refusal: null });
      expect(await keyImport.open('Swordfish')).toMatchObject({
        needs: 'passphrase',
        refusal: 'wrong-passphrase',
      });
      expect(await keyImport.open(samples.ARCHIVE_PASSPHRASE)).toMatchObject({
        certificate: { name: 'Archive client' },
        hasKey: true,
        needs: null,
        refusal: null,
      });
      const kept = await keyImport.keep();
      if (!kept.ok) throw new Error(kept.error.kind);
      const { privateKeyPem, certificatePem } = kept.value;
      expect(new X509Certificate(certificatePem).checkPrivateKey(createPrivateKey(privateKeyPem))).toBe(true);
    });
  }

  it('from a .p12 archive with the empty passphrase, without asking for one', async () => {
    expect(await keyImport.add([samples.ARCHIVE_EMPTY_PASSPHRASE])).toMatchObject({
      needs: null,
      hasKey: true,
    });
  });

  it('from DER files', async () => {
    const key = createPrivateKey(good.keyPem).export({ type: 'pkcs8', format: 'der' });
    const certificate = new X509Certificate(good.certificatePem).raw;

    expect(await keyImport.add([key, certificate])).toMatchObject({
      needs: null,
      refusal: null,
      hasKey: true,
    });
  });

  it('with strangers among the certificates: only the one that the key belongs to is taken', async () => {
    const other = await oddPair();

    await keyImport.add(bytes(other.certificatePem, good.certificatePem, good.keyPem));

    expect(await keyImport.keep()).toMatchObject({
      ok: true,
      value: { certificatePem: good.certificatePem },
    });
  });
});

describe('a refused import says why', () => {
  const refusalOf = async (...contents: ReadonlyArray<Uint8Array | null>) =>
    (await keyImport.add(contents)).refusal;

  it('the key belongs to another certificate', async () => {
    expect(await refusalOf(...bytes((await oddPair()).keyPem, good.certificatePem))).toBe(
      'key-does-not-match',
    );
  });

  it('the certificate has ended, or has not begun; the view says when', async () => {
    const notAfterMs = IMPORT_NOW_MS - 1000;
    const ended = await oddPair({ notBeforeMs: 0, notAfterMs });
    const view = await keyImport.add(bytes(ended.keyPem, ended.certificatePem));
    expect(view).toMatchObject({ refusal: 'certificate-ended', certificate: { notAfterMs } });

    const future = await oddPair({ notBeforeMs: IMPORT_NOW_MS + 1000 });
    expect(await refusalOf(...bytes(future.certificatePem))).toBe('certificate-not-begun');
  });

  it('the key is too short, or of a kind that FAPI 2.0 does not take', async () => {
    const short = await oddPair({ algorithm: rsaOf(1024) });
    const curve = await oddPair({ algorithm: { name: 'ECDSA', namedCurve: 'P-384' } });

    expect(await refusalOf(...bytes(short.certificatePem))).toBe('key-too-small');
    expect(await refusalOf(...bytes(short.keyPem))).toBe('key-too-small');
    expect(await refusalOf(...bytes(curve.keyPem, curve.certificatePem))).toBe('key-not-supported');
  });

  it('there is nothing in it, it is damaged, too large, or more than one', async () => {
    const cutCertificate = good.certificatePem.replace(/\n.*\n/, '\n');
    const cutKey = good.keyPem.replace(/MI\w{40}/, 'MI');

    expect(await refusalOf(...bytes('Dear provider, …'))).toBe('nothing-found');
    expect(await refusalOf(...bytes(''))).toBe('empty-file');
    expect(await refusalOf(...bytes(good.keyPem), null)).toBe('file-not-readable');
    expect(await refusalOf(...bytes('{"keys":[]}'))).toBe('nothing-found');
    expect(await refusalOf(...bytes(cutCertificate))).toBe('certificate-not-readable');
    expect(await refusalOf(...bytes(cutKey, good.certificatePem))).toBe('key-not-readable');
    expect(await refusalOf(...bytes(good.keyPem, cutCertificate))).toBe('certificate-not-readable');
    expect(await refusalOf(Buffer.from('30820102ff', 'hex'))).toBe('archive-not-readable');
    expect(await refusalOf(Buffer.alloc(MAX_MATERIAL_BYTES + 1, 0x30))).toBe('too-large');
    expect(await refusalOf(...bytes(good.keyPem, (await oddPair()).keyPem))).toBe('several-keys');
    const padded = await oddPair({ paddingBytes: 60_000 });
    expect(await refusalOf(...bytes(padded.keyPem, padded.certificatePem))).toBe('too-large');
  });

  it('it is here already', async () => {
    await keyImport.add(bytes(good.certificatePem, good.keyPem));
    await keyImport.keep();

    expect(await refusalOf(...bytes(good.certificatePem, good.keyPem))).toBe('already-held');
  });

  it('after a refusal nothing secret is held on to', async () => {
    await keyImport.add(bytes(good.keyPem));
    await keyImport.add(bytes('{"keys":[]}'));

    expect(await keyImport.add(bytes(good.certificatePem))).toMatchObject({ needs: 'key', hasKey: false });
  });
});

describe('a key set that holds its private key (RFC 7518 section 6)', () => {
  const privateSet = () => JSON.stringify({ keys: [{ ...good.jwk, kid: '1', use: 'sig' }] });

  it('is refused alone, and warned of beside a good pair; nothing of it is kept', async () => {
    expect(await keyImport.add(bytes(privateSet()))).toMatchObject({
      refusal: 'private-key-set',
      hasKey: false,
    });
    expect(await keyImport.add(bytes(JSON.stringify(good.jwk)))).toMatchObject({
      refusal: 'private-key-set',
    });

    const other = await oddPair();
    const view = await keyImport.add(bytes(privateSet(), other.keyPem, other.certificatePem));
    expect(view).toMatchObject({ refusal: null, needs: null, warnings: ['private-key-set'] });
    await keyImport.keep();
    expect(JSON.stringify(credentials.list())).not.toContain(good.jwk.d);
  });

  it('is warned of beside the ended certificate that is refused: the files of the tutorial', async () => {
    const ended = await oddPair({
      algorithm: rsaOf(4096),
      notBeforeMs: Date.UTC(2022, 9, 1),
      notAfterMs: Date.UTC(2023, 9, 1),
    });
    const jwks = JSON.stringify({ keys: [ended.jwk] });

    expect(await keyImport.add(bytes(ended.certificatePem, ended.keyPem, jwks))).toMatchObject({
      refusal: 'certificate-ended',
      warnings: ['private-key-set'],
    });
    expect(credentials.list()).toEqual({ ok: true, value: [] });
  });

  it('with public members alone has no key to import', async () => {
    const jwks = publicJwks([good.certificatePem]);

    expect(await keyImport.add(bytes(JSON.stringify(jwks)))).toMatchObject({ refusal: 'public-key-set' });
  });
});

describe('an import that is good but not perfect', () => {
  it('is warned of a SHA-1 signature and of an end within 30 days', async () => {
    const sha1 = await oddPair({ algorithm: rsaOf(2048, 'SHA-1') });
    expect(await keyImport.add(bytes(sha1.keyPem, sha1.certificatePem))).toMatchObject({
      refusal: null,
      warnings: ['weak-signature'],
    });
    keyImport.drop();

    const soon = await oddPair({ notAfterMs: IMPORT_NOW_MS + 30 * 86_400_000 });
    expect(await keyImport.add(bytes(soon.keyPem, soon.certificatePem))).toMatchObject({
      warnings: ['ends-soon'],
    });
  });
});
