import type { StartNotice } from '../../preload/contract/app-shapes';
import type { CredentialSummary } from '../../preload/contract/credential-shapes';
import type { Failure } from '../../preload/contract/failure';
import { ok, type Result } from '../../preload/contract/result';
import type { Credential } from '../records/credential';
import {
  type CertificateFacts,
  daysLeft,
  isEndingSoon,
  nameOfSubject,
  readCertificateFacts,
  warningStage,
} from './certificate-facts';
import { type CredentialDeps, viewUsers } from './manage-credentials';
import { publicJwk } from './public-jwks';

/** All credentials as a window may know them, oldest first. */
export function viewCredentials(deps: CredentialDeps): Result<CredentialSummary[], Failure> {
  const held = deps.credentials.list();
  if (!held.ok) return held;
  return ok(held.value.flatMap((credential) => viewCredential(deps, credential) ?? []));
}

/** A credential as a window may know it; null when its certificate cannot be read, which nothing here writes. */
export function viewCredential(deps: CredentialDeps, credential: Credential): CredentialSummary | null {
  const { credentialId, certificatePem, createdAtMs, expiresAtMs } = credential;
  const facts = readCertificateFacts(certificatePem);
  if (!facts.ok) return null;
  const nowMs = deps.nowMs();
  const hasEnded = expiresAtMs <= nowMs;
  const whileValid = isEndingSoon(expiresAtMs, nowMs) ? 'ending' : 'valid';
  return {
    credentialId,
    ...viewCertificate(facts.value),
    keyId: publicJwk(certificatePem).kid,
    thumbprint: facts.value.thumbprintSha256,
    createdAtMs,
    validity: hasEnded ? 'ended' : whileValid,
    daysLeft: daysLeft(expiresAtMs, nowMs),
    usedBy: viewUsers(deps, credentialId),
    ...neighbours(deps, credential),
  };
}

function neighbours(
  { credentials }: CredentialDeps,
  { credentialId, replaces }: Credential,
): Pick<CredentialSummary, 'replaces' | 'replacedBy'> {
  const held = credentials.list();
  const all = held.ok ? held.value : [];
  const old = all.find((one) => one.credentialId === replaces);
  const next = all.find((one) => one.replaces === credentialId);
  return { replaces: old?.credentialId ?? null, replacedBy: next?.credentialId ?? null };
}

/** What a window is told of a certificate. */
export type CertificateView = Pick<
  CredentialSummary,
  'name' | 'issuer' | 'authorities' | 'fingerprint' | 'notBeforeMs' | 'notAfterMs' | 'keyKind' | 'keyBits'
>;

/** Picks what a window is told, member by member. */
export function viewCertificate(facts: CertificateFacts): CertificateView {
  const { subject, fingerprintSha256, notBeforeMs, notAfterMs, keyKind, keyBits } = facts;
  const name = nameOfSubject(subject);
  const issuer = facts.issuer === null ? null : nameOfSubject(facts.issuer);
  const authorities = facts.authorities.map(nameOfSubject);
  return {
    name,
    issuer,
    authorities,
    fingerprint: fingerprintSha256,
    notBeforeMs,
    notAfterMs,
    keyKind,
    keyBits,
  };
}

const PREFIX = 'credential-ends';

/**
 * What is said at the start of credentials that are about to end: once 30, once 7 and once 1 day before, and
 * when it has happened. Only of those that a provider knows: nobody misses the others.
 */
export function endingNotices(deps: CredentialDeps): readonly StartNotice[] {
  const held = deps.credentials.list();
  if (!held.ok) return []; // locked: the page of keys says it once it can
  const nowMs = deps.nowMs();
  return held.value.flatMap((credential): readonly StartNotice[] => {
    const { credentialId, expiresAtMs, warnedAtDays = Number.POSITIVE_INFINITY } = credential;
    const stage = warningStage(expiresAtMs, nowMs);
    if (stage === null || stage >= warnedAtDays || viewUsers(deps, credentialId).length === 0) return [];
    const facts = readCertificateFacts(credential.certificatePem);
    if (!facts.ok) return [];
    const name = nameOfSubject(facts.value.subject);
    const noticeId = [PREFIX, stage, credentialId].join(':');
    return [{ noticeId, kind: 'credential-ends', name, daysLeft: daysLeft(expiresAtMs, nowMs) }];
  });
}

/** Remembers that the person has put a warning away, so that the next one comes at the next stage. */
export async function rememberWarning({ credentials }: CredentialDeps, noticeId: string): Promise<void> {
  const [prefix, stage = '', ...rest] = noticeId.split(':');
  const credential = prefix === PREFIX ? credentials.get(rest.join(':')) : null;
  if (credential?.ok !== true || credential.value === null || !/^\d+$/.test(stage)) return;
  await credentials.put({ ...credential.value, warnedAtDays: Number(stage) }); // not saved: it is said once more
}
