import { describe, expect, it } from 'vitest';

import { certificatePems, readPem, writePem } from '../../../main/security/pem';

const DER = Buffer.from('3003020107', 'hex');
const BLOCK = writePem({ label: 'CERTIFICATE', der: DER });

describe('PEM that is read and written anew (RFC 7468)', () => {
  it('has lines of 64 characters and nothing around them', () => {
    const der = Buffer.concat([Buffer.from('304c', 'hex'), Buffer.alloc(76, 7)]);

    expect(
      writePem({ label: 'CERTIFICATE', der })
        .split('\n')
        .map((line) => line.length),
    ).toEqual([27, 64, 40, 25, 0]);
  });

  it.each([
    { text: `\uFEFF${BLOCK}`, because: 'a byte order mark is no text' },
    { text: `ca: ${BLOCK}`, because: 'text may stand before it (section 2)' },
    { text: `${BLOCK}\nSee you, Ada`, because: 'text may stand after it' },
    { text: BLOCK.replaceAll('\n', '\\n'), because: 'environment variables have no line breaks' },
    { text: BLOCK.replaceAll('\n', ' '), because: 'secret stores have none either' },
    { text: BLOCK.replaceAll('CERTIFICATE', 'X509 CERTIFICATE'), because: 'older programs call it so' },
    {
      text: writePem({ label: 'TRUSTED CERTIFICATE', der: Buffer.concat([DER, DER]) }),
      because: 'OpenSSL puts its trust settings after it',
    },
    { text: encodeURIComponent(BLOCK).replaceAll('%20', '+'), because: 'forms write blanks as +' },
  ])('is the same, because $because', ({ text }) => {
    expect(certificatePems(text)).toEqual([BLOCK]);
  });

  it('keeps several in their order, and leaves out what is no certificate', () => {
    const other = writePem({ label: 'CERTIFICATE', der: Buffer.from('3003020108', 'hex') });

    expect(certificatePems(`${other}${writePem({ label: 'PRIVATE KEY', der: DER })}${BLOCK}`)).toEqual([
      other,
      BLOCK,
    ]);
  });

  it.each([
    { cipher: 'AES-256-CBC', iv: '00112233445566778899AABBCCDDEEFF' },
    { cipher: 'DES-EDE3-CBC', iv: '0011223344556677' },
  ])(
    'has the seal of a traditional key by $cipher, also without any line break (RFC 1421 section 4.6.1.3)',
    (seal) => {
      const sealed = { label: 'EC PRIVATE KEY', der: Buffer.from('ABCDEFABCDEF', 'hex'), seal };

      expect(readPem(writePem(sealed))).toEqual([sealed]);
      expect(readPem(writePem(sealed).replaceAll(/\s/g, ''))).toEqual([sealed]);
    },
  );

  it.each(['', 'Dear provider, …', 'BEGIN CERTIFICATE', '----- BEGINNING -----'])(
    'finds nothing in “%s”',
    (text) => {
      expect(readPem(text)).toEqual([]);
    },
  );

  it('reads a text of 256 KB without a block at once, whatever it is made of', () => {
    for (const text of ['-', ' ', '-----BEGIN ', '\\n', '%20'].map((part) => part.repeat(60_000)))
      expect(readPem(text)).toEqual([]);
  });
});
