import { randomUUID } from 'node:crypto';

import type { ImportRefusal, ImportView } from '../../preload/contract/credential-shapes';
import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { type Credential, kindOf } from '../records/credential';
import type { CredentialStore } from '../vault/credential-store';
import { certificatesIn, readCertificateFacts } from './certificate-facts';
import { judgeImport, type KeyPair, refuseImport } from './judge-import';
import { type KeyMaterial, readKeyMaterial, refused, type Refused } from './key-material';
import { pkcs8Of } from './private-key';

export interface ImportDeps {
  readonly credentials: CredentialStore;
  readonly nowMs: () => number;
}

const NOTHING: KeyMaterial = { certificates: [], keys: [], archives: [], hasPrivateKeySet: false };

const NOTHING_VIEW: ImportView = {
  certificate: null,
  hasKey: false,
  needs: null,
  refusal: null,
  detail: null,
  warnings: [],
};

/**
 * One import at a time: what the person has added, in memory only, until it is kept, dropped or refused.
 *
 * Certificate and key may come from two files, one after the other.
 */
export class KeyImport {
  readonly #deps: ImportDeps;
  #material = NOTHING;
  #passphrase: string | null = null;
  #pair: KeyPair | null = null;
  #view = NOTHING_VIEW;

  constructor(deps: ImportDeps) {
    this.#deps = deps;
  }

  /**
   * Adds the contents of files, or of the clipboard.
   *
   * @param contents null for a file that could not be read; none when the person changed their mind
   */
  async add(contents: ReadonlyArray<Uint8Array | null>): Promise<ImportView> {
    if (contents.length === 0) return this.#view;
    const read = readAll(contents);
    if (read.ok) {
      this.#material = join(this.#material, read.value);
      return this.#look();
    }
    this.drop();
    const { reason, detail } = read.error;
    return refuseImport(reason, undefined, detail).view;
  }

  /** Opens what is sealed by a passphrase. A wrong one loses nothing and may be tried again. */
  open(passphrase: string): Promise<ImportView> {
    this.#passphrase = passphrase;
    return this.#look();
  }

  /**
   * Puts the pair into the vault. One that is there without the authorities above it gets them.
   *
   * @returns `bad-request` when there is no pair
   */
  async keep(): Promise<Result<Credential, Failure>> {
    if (this.#pair === null) return fail({ kind: 'bad-request', field: 'import' });
    const credential = this.#withAuthorities(this.#pair) ?? credentialOf(this.#pair, this.#deps.nowMs());
    const saved = await this.#deps.credentials.put(credential);
    if (!saved.ok) return saved;
    this.drop();
    return ok(credential);
  }

  /** Forgets what was added. */
  drop(): void {
    this.#material = NOTHING;
    this.#passphrase = null;
    this.#pair = null;
    this.#view = NOTHING_VIEW;
  }

  async #look(): Promise<ImportView> {
    const { view, pair } = await judgeImport(this.#material, this.#passphrase, this.#deps.nowMs());
    if (view.refusal === 'wrong-passphrase') return view;
    const isHeld =
      pair !== null && this.#heldAs(pair) !== undefined && this.#withAuthorities(pair) === undefined;
    if (view.refusal !== null || isHeld) {
      this.drop(); // nothing secret is held on to, and the next try begins anew
      return isHeld ? { ...view, refusal: 'already-held' } : view;
    }
    this.#pair = pair;
    this.#view = view;
    return view;
  }

  #heldAs({ certificatePem }: KeyPair): Credential | undefined {
    const held = this.#deps.credentials.list();
    const thumbprint = thumbprintOf(certificatePem);
    return held.ok ? held.value.find((one) => thumbprintOf(one.certificatePem) === thumbprint) : undefined;
  }

  /** The credential that is held already, with the authorities that it lacked until now. */
  #withAuthorities(pair: KeyPair): Credential | undefined {
    const held = this.#heldAs(pair);
    if (held === undefined || certificatesIn(held.certificatePem).length > 1) return undefined;
    if (certificatesIn(pair.certificatePem).length === 1) return undefined;
    return { ...held, certificatePem: pair.certificatePem };
  }
}

function readAll(contents: ReadonlyArray<Uint8Array | null>): Result<KeyMaterial, Refused<ImportRefusal>> {
  let all = NOTHING;
  for (const bytes of contents) {
    const read = bytes === null ? fail(refused('file-not-readable')) : readKeyMaterial(bytes);
    if (!read.ok) return read;
    all = join(all, read.value);
  }
  return ok(all);
}

function join(one: KeyMaterial, other: KeyMaterial): KeyMaterial {
  return {
    certificates: [...new Set([...one.certificates, ...other.certificates])],
    keys: [...new Set([...one.keys, ...other.keys])],
    archives: [...one.archives, ...other.archives],
    hasPrivateKeySet: one.hasPrivateKeySet || other.hasPrivateKeySet,
  };
}

function thumbprintOf(certificatePem: string): string | null {
  const facts = readCertificateFacts(certificatePem);
  return facts.ok ? facts.value.thumbprintSha256 : null;
}

function credentialOf({ key, certificatePem }: KeyPair, nowMs: number): Credential {
  const facts = readCertificateFacts(certificatePem);
  if (!facts.ok) throw new RangeError('a pair was kept that had been refused');
  return {
    credentialId: randomUUID(),
    privateKeyPem: pkcs8Of(key),
    certificatePem,
    createdAtMs: nowMs,
    expiresAtMs: facts.value.notAfterMs,
    kind: kindOf(facts.value),
    outlivesProviders: true,
  };
}
