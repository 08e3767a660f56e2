import { createHash, createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';

import { KeyImport } from '../../../main/credentials/key-import';
import { ARCHIVE_AES, ARCHIVE_PASSPHRASE } from './archive-samples';
import { memoryCredentials } from './memory-credentials';
import { IMPORT_NOW_MS, oddPair, type OddPair, rsaOf } from './odd-pair';
import * as openssl from './openssl-samples';

let desk: KeyImport;
beforeEach(() => {
  desk = new KeyImport({ credentials: memoryCredentials(), nowMs: () => IMPORT_NOW_MS });
});

const bytes = (text: string) => Buffer.from(text, 'utf8');
const derOf = (pem: string) => Buffer.from(pem.replaceAll(/-----.*-----|\s/g, ''), 'base64');
const TAKEN = { refusal: null, needs: null, hasKey: true };

async function open(passphrase: string, ...contents: readonly Uint8Array[]) {
  const first = await desk.add(contents);
  return first.needs === 'passphrase' ? desk.open(passphrase) : first;
}

describe('a certificate from an archive', () => {
  it('is kept byte for byte, so that its signature by RSASSA-PSS holds (RFC 5280 section 4.1.1.2)', async () => {
    expect(await open('swordfish', openssl.ARCHIVE_PSS)).toMatchObject(TAKEN);
    const kept = await desk.keep();
    if (!kept.ok) throw new Error(kept.error.kind);

    const { certificatePem } = kept.value;
    expect(derOf(certificatePem)).toEqual(derOf(openssl.PSS_CERTIFICATE));
    const authority = new X509Certificate(openssl.PSS_AUTHORITY);
    expect(new X509Certificate(certificatePem).verify(authority.publicKey)).toBe(true);
  });

  it('has the fingerprint that its file has (RFC 8705 section 3.1)', async () => {
    const { certificate } = await open('swordfish', openssl.ARCHIVE_PSS);

    const digest = createHash('sha256').update(derOf(openssl.PSS_CERTIFICATE)).digest('hex');
    expect(certificate?.fingerprint.replaceAll(':', '').toLowerCase()).toBe(digest);
  });

  it('is read from BER of no stated length, as some programs write it (X.690 section 8.1.3.6)', async () => {
    const body = ARCHIVE_AES.subarray(4);
    const endless = Buffer.concat([Buffer.from('3080', 'hex'), body, Buffer.alloc(2)]);

    expect(await open(ARCHIVE_PASSPHRASE, endless)).toMatchObject(TAKEN);
  });
});

describe('a passphrase', () => {
  it.each([
    { what: 'an archive by AES-256', passphrase: 'Zürich-2026', file: openssl.ARCHIVE_ZURICH },
    { what: 'an archive by AES-256', passphrase: 'Pass€100', file: openssl.ARCHIVE_EURO },
    { what: 'an archive by RC2 and 3DES', passphrase: 'Zürich-2026', file: openssl.ARCHIVE_ZURICH_OLD },
    { what: 'PKCS#8 by hmacWithSHA512', passphrase: 'Straße99', file: bytes(openssl.KEY_SHA512) },
    { what: 'PKCS#8 by scrypt', passphrase: 'Straße99', file: bytes(openssl.KEY_SCRYPT) },
    { what: 'PKCS#8 by 3DES and SHA-224', passphrase: 'Straße99', file: bytes(openssl.KEY_3DES_SHA224) },
    { what: 'PKCS#8 by MD5 and DES', passphrase: 'Straße99', file: bytes(openssl.KEY_MD5_DES) },
    { what: 'PKCS#8 by SHA-1 and RC2 of 128 bits', passphrase: 'Straße99', file: bytes(openssl.KEY_RC2_128) },
    { what: 'PKCS#8 by 3DES of two keys', passphrase: 'Straße99', file: bytes(openssl.KEY_TWO_DES) },
    { what: 'a traditional key by AES-256', passphrase: 'Straße99', file: bytes(openssl.TRADITIONAL_AES) },
    { what: 'a traditional key by DES', passphrase: 'Straße99', file: bytes(openssl.TRADITIONAL_DES) },
    { what: 'encrypted PKCS#8 in DER', passphrase: 'Straße99', file: derOf(openssl.KEY_SHA512) },
  ])('“$passphrase” opens $what, and no other does (RFC 8018 section 3)', async ({ passphrase, file }) => {
    const files = [file, bytes(openssl.KEY_CERTIFICATE)];
    expect(await open(passphrase.replaceAll(/\P{ASCII}/gu, '?'), ...files)).toMatchObject({
      refusal: 'wrong-passphrase',
    });

    expect(await desk.open(passphrase)).toMatchObject(TAKEN);
  });

  it('opens a file also as another keyboard composes its letters (Unicode NFD)', async () => {
    expect(await open('Zürich-2026'.normalize('NFD'), openssl.ARCHIVE_ZURICH)).toMatchObject(TAKEN);
  });
});

describe('a private key in DER', () => {
  it.each([
    { form: 'pkcs8', of: 'ec' },
    { form: 'sec1', of: 'ec' },
    { form: 'pkcs8', of: 'rsa' },
    { form: 'pkcs1', of: 'rsa' },
  ] as const)(
    'of $of is taken as $form (RFC 5958, RFC 8017 appendix A.1.2, RFC 5915)',
    async ({ form, of }) => {
      const pair = await oddPair(of === 'ec' ? {} : { algorithm: rsaOf(2048) });
      const key = createPrivateKey(pair.keyPem).export({ type: form, format: 'der' });

      expect(await desk.add([key, bytes(pair.certificatePem)])).toMatchObject(TAKEN);
    },
  );

  it('is taken where its label in PEM is another one than its form', async () => {
    const pair = await oddPair();
    const sec1 = String(createPrivateKey(pair.keyPem).export({ type: 'sec1', format: 'pem' }));

    const mislabelled = sec1.replaceAll('EC PRIVATE KEY', 'PRIVATE KEY');
    expect(await desk.add([bytes(mislabelled), bytes(pair.certificatePem)])).toMatchObject(TAKEN);
  });
});

describe('PEM as people have it (RFC 7468 sections 2 and 3)', () => {
  let pair: OddPair;
  beforeEach(async () => {
    pair = await oddPair();
  });

  it.each<{ what: string; how: (pem: string) => string | Buffer }>([
    { what: 'blanks for its line breaks', how: (pem) => pem.trim().replaceAll('\n', ' ') },
    { what: 'backslash and n for its line breaks', how: (pem) => pem.replaceAll('\n', '\\n') },
    { what: 'those in quotes', how: (pem) => `KEY="${pem.replaceAll('\n', '\\r\\n')}"` },
    { what: 'those twice over', how: (pem) => JSON.stringify(JSON.stringify({ pem })) },
    { what: 'no line break at all', how: (pem) => pem.replaceAll('\n', '') },
    { what: 'no blank at all', how: (pem) => pem.replaceAll(/\s/g, '') },
    { what: 'an indent', how: (pem) => pem.replaceAll(/^(?=.)/gm, '    ') },
    { what: 'a byte order mark', how: (pem) => `\uFEFF${pem}` },
    { what: 'a name before it', how: (pem) => `tls.crt: ${pem}` },
    { what: 'CRLF', how: (pem) => pem.replaceAll('\n', '\r\n') },
    { what: 'CR alone', how: (pem) => pem.replaceAll('\n', '\r') },
    { what: 'quotes around it', how: (pem) => `'${pem.trim()}'` },
    { what: 'the marks of a mail', how: (pem) => pem.replaceAll(/^/gm, '> ') },
    { what: 'no-break spaces', how: (pem) => pem.replaceAll(/^(?=.)/gm, '\u00A0') },
    { what: 'dashes of a word processor', how: (pem) => pem.replaceAll('-----', '—–-') },
    { what: 'percent signs', how: (pem) => encodeURIComponent(pem).replaceAll('-----', '-----') },
    { what: 'UTF-16', how: (pem) => Buffer.from(`\uFEFF${pem}`, 'utf16le') },
    { what: 'base64 once more', how: (pem) => Buffer.from(pem).toString('base64') },
    { what: 'its base64 alone', how: (pem) => derOf(pem).toString('base64') },
    { what: 'no last line', how: (pem) => pem.replace(/-----END[^]*/, '') },
  ])('with $what is read like any other', async ({ how }) => {
    const files = [pair.keyPem, pair.certificatePem].map((pem) => Buffer.from(how(pem)));

    expect(await desk.add(files)).toMatchObject(TAKEN);
  });

  it('with blanks for the line breaks of a sealed traditional key is opened', async () => {
    const flat = openssl.TRADITIONAL_AES.replaceAll('\n', ' ');

    expect(await open('Straße99', bytes(flat), bytes(openssl.KEY_CERTIFICATE))).toMatchObject(TAKEN);
  });
});

describe('a file that cannot be read is named for what it is:', () => {
  const publicDer = () => createPublicKey(openssl.PUBLIC_KEY).export({ type: 'spki', format: 'der' });
  const cases: ReadonlyArray<{
    refusal: string;
    what: string;
    file: () => string | Buffer;
    detail?: string;
  }> = [
    { refusal: 'empty-file', what: 'white space', file: () => ' \n' },
    { refusal: 'web-page', what: 'HTML', file: () => '<!DOCTYPE html><title>Sign in</title>' },
    { refusal: 'public-key', what: 'a public key', file: () => openssl.PUBLIC_KEY, detail: 'PUBLIC KEY' },
    { refusal: 'public-key', what: 'the same in DER', file: publicDer },
    { refusal: 'certificate-request', what: 'a CSR', file: () => openssl.REQUEST },
    { refusal: 'certificate-request', what: 'the same in DER', file: () => derOf(openssl.REQUEST) },
    { refusal: 'pkcs7-bundle', what: 'PKCS#7', file: () => openssl.BUNDLE },
    { refusal: 'pkcs7-bundle', what: 'the same in DER', file: () => derOf(openssl.BUNDLE) },
    { refusal: 'revocation-list', what: 'a CRL', file: () => openssl.REVOCATION_LIST },
    { refusal: 'revocation-list', what: 'the same in DER', file: () => derOf(openssl.REVOCATION_LIST) },
    { refusal: 'java-keystore', what: 'JKS', file: () => Buffer.from('feedfeed00000002', 'hex') },
    { refusal: 'zip-archive', what: 'ZIP', file: () => Buffer.from('504b03041400', 'hex') },
    {
      refusal: 'openssh-key',
      what: 'a private key for SSH',
      file: () => '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----\n',
    },
    { refusal: 'openssh-key', what: 'a public one', file: () => 'ssh-ed25519 AAAAC3 me@home' },
    { refusal: 'openssh-key', what: 'one of PuTTY', file: () => 'PuTTY-User-Key-File-3: ssh-rsa' },
    {
      refusal: 'other-pem',
      what: 'DH parameters',
      file: () => '-----BEGIN DH PARAMETERS-----\nMAYCAQUCAQI=\n-----END DH PARAMETERS-----\n',
      detail: 'DH PARAMETERS',
    },
    { refusal: 'seal-not-known', what: 'by ARIA', file: () => openssl.KEY_ARIA, detail: 'ARIA' },
    {
      refusal: 'seal-not-known',
      what: 'a traditional key by ARIA',
      file: () => openssl.TRADITIONAL_ARIA,
      detail: 'ARIA-256-CBC',
    },
    { refusal: 'nothing-found', what: 'a letter', file: () => 'Dear provider, …' },
  ];
  it.each(cases)('$refusal, for $what', async ({ file, refusal, detail }) => {
    const view = await desk.add([Buffer.from(file())]);

    expect(view).toMatchObject({ refusal, needs: null, ...(detail === undefined ? {} : { detail }) });
  });

  it('seal-not-known, for an archive by Camellia whose passphrase is right', async () => {
    expect(await open('swordfish', openssl.ARCHIVE_CAMELLIA)).toMatchObject({
      refusal: 'seal-not-known',
      detail: 'Camellia',
    });
  });

  it('key-not-supported, for a whole key on a curve that is not taken', async () => {
    const { keyPem, certificatePem } = await oddPair({ algorithm: { name: 'ECDSA', namedCurve: 'P-521' } });

    expect(await desk.add([bytes(keyPem), bytes(certificatePem)])).toMatchObject({
      refusal: 'key-not-supported',
    });
  });

  it.each([4, 40, 400])(
    'archive-not-readable, for an archive that is cut off after %d bytes',
    async (length) => {
      expect(await desk.add([ARCHIVE_AES.subarray(0, length)])).toMatchObject({
        refusal: 'archive-not-readable',
      });
    },
  );
});
