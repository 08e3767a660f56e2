import { beforeEach, describe, expect, it } from 'vitest';

import { certificatesIn } from '../../../main/credentials/certificate-facts';
import { KeyImport } from '../../../main/credentials/key-import';
import type { CredentialStore } from '../../../main/vault/credential-store';
import { issuedPair, type IssuedPair } from '../../helpers/issued-pair';
import { memoryCredentials } from './memory-credentials';
import { IMPORT_NOW_MS, oddPair } from './odd-pair';

const bytes = (...texts: readonly string[]) => texts.map((text) => Buffer.from(text, 'utf8'));

describe('a key whose certificate an authority issued', () => {
  let credentials: CredentialStore;
  let keyImport: KeyImport;
  let issued: IssuedPair;
  beforeEach(async () => {
    credentials = memoryCredentials();
    keyImport = new KeyImport({ credentials, nowMs: () => IMPORT_NOW_MS });
    issued = await issuedPair(IMPORT_NOW_MS);
  });
  const held = () => {
    const list = credentials.list();
    return list.ok ? list.value.map(({ certificatePem }) => certificatePem) : [];
  };

  it('is kept with the authorities in between, in the order of TLS and without the root (RFC 8446 section 4.4.2)', async () => {
    const { keyPem, certificatePem, intermediatePem, rootPem } = issued;
    const other = await oddPair();

    const view = await keyImport.add(
      bytes(rootPem, other.certificatePem, intermediatePem, certificatePem, keyPem),
    );
    await keyImport.keep();

    expect(view.certificate).toMatchObject({
      name: 'Countersign',
      issuer: 'An Authority',
      authorities: ['An Authority'],
    });
    const subjects = certificatesIn(held()[0] ?? '').map(({ subject }) => subject);
    expect(subjects).toEqual(['C=US\nO=A Client\\, Inc.\nCN=Countersign', 'CN=An Authority']);
  });

  it('has no authority taken that only bears the name of its own', async () => {
    const impostor = await issuedPair(IMPORT_NOW_MS);

    const view = await keyImport.add(bytes(issued.keyPem, issued.certificatePem, impostor.intermediatePem));

    expect(view.certificate).toMatchObject({ issuer: 'An Authority', authorities: [] });
  });

  it('that was imported alone gets the authorities by one more import, and is the same key', async () => {
    const { keyPem, certificatePem, intermediatePem } = issued;
    await keyImport.add(bytes(keyPem, certificatePem));
    const first = await keyImport.keep();
    expect(await keyImport.add(bytes(keyPem, certificatePem))).toMatchObject({ refusal: 'already-held' });

    expect(await keyImport.add(bytes(keyPem, certificatePem, intermediatePem))).toMatchObject({
      refusal: null,
    });
    const second = await keyImport.keep();

    expect(held().map((pem) => certificatesIn(pem).length)).toEqual([2]);
    expect(second.ok && first.ok && second.value.credentialId === first.value.credentialId).toBe(true);
    expect(await keyImport.add(bytes(keyPem, certificatePem, intermediatePem))).toMatchObject({
      refusal: 'already-held',
    });
  });
});
