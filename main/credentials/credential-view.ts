import type { CredentialSummary } from '../../preload/contract/credential-shapes';
import type { Failure } from '../../preload/contract/failure';
import { ok, type Result } from '../../preload/contract/result';
import type { Credential } from '../records/credential';
import { daysLeft, isEndingSoon } from './certificate-end';
import { readCertificateFacts } from './certificate-facts';
import { viewCertificate } from './certificate-view';
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
