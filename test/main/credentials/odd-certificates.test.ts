import { createSecureContext } from 'node:tls';
import { describe, expect, it } from 'vitest';

import { subjectDistinguishedName } from '../../../main/credentials/distinguished-name';
import { KeyImport } from '../../../main/credentials/key-import';
import { int, nameOf, octets, oddCertificate, type OddFacts, oid, seq, tlv } from './der-documents';
import { memoryCredentials } from './memory-credentials';
import { IMPORT_NOW_MS } from './odd-pair';

const UNIVERSAL = tlv(0x1c, Buffer.from([0, 0, 0, 65, 0, 0, 0, 66]));
const PSD2_STATEMENT = seq(oid('1.3.6.1.5.5.7.1.3'), octets(seq(seq(oid('0.4.0.1862.1.1')))));

describe('a lawful certificate with odd fields (RFC 5280 section 4.1)', () => {
  const cases: ReadonlyArray<{ what: string; facts: OddFacts; name: string; subject: string }> = [
    { what: 'no end', facts: { to: '99991231235959Z' }, name: 'Odd client', subject: 'CN=Odd client' },
    { what: 'no subject', facts: { subject: nameOf() }, name: '–', subject: '' },
    {
      what: 'a serial below zero',
      facts: { serial: int(0x91, 2, 3) },
      name: 'Odd client',
      subject: 'CN=Odd client',
    },
    {
      what: 'a serial of 24 bytes',
      facts: { serial: tlv(0x02, Buffer.alloc(24, 0x55)) },
      name: 'Odd client',
      subject: 'CN=Odd client',
    },
    {
      what: 'a PSD2 subject and statement',
      facts: {
        subject: nameOf(['2.5.4.97', 'PSDDE-BAFIN-000000'], ['2.5.4.3', 'psd2.example']),
        extensions: [PSD2_STATEMENT],
      },
      name: 'psd2.example',
      subject: 'CN=psd2.example,2.5.4.97=#0c1250534444452d424146494e2d303030303030',
    },
    {
      what: 'a name in UniversalString',
      facts: { subject: nameOf(['2.5.4.3', UNIVERSAL]) },
      name: 'AB',
      subject: 'CN=AB',
    },
    {
      what: 'a broken alternative name',
      facts: { extensions: [seq(oid('2.5.29.17'), octets(seq(tlv(0x87, Buffer.from([1, 2, 3])))))] },
      name: 'Odd client',
      subject: 'CN=Odd client',
    },
  ];
  it.each(cases)(
    'is taken with $what, has a name, and is presented in TLS',
    async ({ facts, name, subject }) => {
      const desk = new KeyImport({ credentials: memoryCredentials(), nowMs: () => IMPORT_NOW_MS });
      const { certificatePem, keyPem } = oddCertificate(facts);

      const view = await desk.add([Buffer.from(certificatePem), Buffer.from(keyPem)]);
      expect(view).toMatchObject({ refusal: null, needs: null, certificate: { name } });
      const kept = await desk.keep();
      if (!kept.ok) throw new Error(kept.error.kind);

      expect(kept.value.certificatePem).toBe(certificatePem);
      expect(subjectDistinguishedName(certificatePem)).toEqual(subject);
      expect(() =>
        createSecureContext({ cert: certificatePem, key: kept.value.privateKeyPem }),
      ).not.toThrow();
    },
  );
});
