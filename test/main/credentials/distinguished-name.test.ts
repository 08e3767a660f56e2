import 'reflect-metadata'; // @peculiar/x509 needs it loaded first

import { webcrypto } from 'node:crypto';
import { type JsonName, X509CertificateGenerator } from '@peculiar/x509';
import { beforeAll, describe, expect, it } from 'vitest';

import { subjectDistinguishedName } from '../../../main/credentials/distinguished-name';
import { issuedPair } from '../../helpers/issued-pair';
import { RFC8705_CERTIFICATE } from './certificate-samples';

const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

let keys: webcrypto.CryptoKeyPair;
beforeAll(async () => {
  keys = await webcrypto.subtle.generateKey(P256, true, ['sign', 'verify']);
});

async function certificateOf(name: JsonName): Promise<string> {
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name,
    notBefore: new Date(0),
    notAfter: new Date(1e12),
    keys,
    signingAlgorithm: P256,
  });
  return certificate.toString('pem');
}

describe('the subject of a certificate as text', () => {
  it.each([
    {
      name: [{ DC: ['net'] }, { DC: ['example'] }, { '0.9.2342.19200300.100.1.1': ['jsmith'] }],
      text: 'UID=jsmith,DC=example,DC=net',
      because: 'the last part comes first (RFC 4514 section 4)',
    },
    {
      name: [{ DC: ['net'] }, { DC: ['example'] }, { OU: ['Sales'], CN: ['J.  Smith'] }],
      text: 'OU=Sales+CN=J.  Smith,DC=example,DC=net',
      because: 'a part may have two attributes (RFC 4514 section 4)',
    },
    {
      name: [{ DC: ['net'] }, { DC: ['example'] }, { CN: ['James \\"Jim\\" Smith, III'] }],
      text: 'CN=James \\"Jim\\" Smith\\, III,DC=example,DC=net',
      because: 'quotes and commas are escaped (RFC 4514 section 4)',
    },
    {
      name: [{ DC: ['net'] }, { CN: ['Before\rAfter'] }],
      text: 'CN=Before\\0dAfter,DC=net',
      because: 'what cannot be seen is written by its bytes (RFC 4514 section 4)',
    },
    {
      name: [{ '2.5.4.5': ['12345'] }, { CN: ['Lučić'] }],
      text: 'CN=Lučić,2.5.4.5=#13053132333435',
      because:
        'readers need not know the name serialNumber, so it has its number and its bytes (RFC 4514 section 2.4)',
    },
    {
      name: [{ O: [' # a; <b> '] }],
      text: 'O=\\ # a\\; \\<b\\>\\ ',
      because: 'blanks at the ends are escaped (RFC 4514 section 2.4)',
    },
    { name: [], text: '', because: 'a subject may be empty (RFC 5280 section 4.1.2.6)' },
  ])('is $text, because $because', async ({ name, text }) => {
    expect(subjectDistinguishedName(await certificateOf(name as JsonName))).toBe(text);
  });

  it('is read of the first certificate alone, whatever authorities follow', async () => {
    const { certificatePem, intermediatePem, subject } = await issuedPair(Date.now());

    expect(subjectDistinguishedName(`${certificatePem}${intermediatePem}`)).toBe(subject);
  });

  it('is read of a certificate of version 1, which has no version in it', () => {
    expect(subjectDistinguishedName(RFC8705_CERTIFICATE)).toBe('CN=mtls');
  });
});
