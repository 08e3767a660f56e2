import type { Failure } from '../../preload/contract/failure';
import type { RegistrationSheet, SheetKey } from '../../preload/contract/registration-sheet';
import { fail, ok, type Result } from '../../preload/contract/result';
import { nameOfSubject, readCertificateFacts } from '../credentials/certificate-facts';
import { subjectDistinguishedName } from '../credentials/distinguished-name';
import { credentialsToKnow } from '../credentials/manage-credentials';
import { publicJwk } from '../credentials/public-jwks';
import type { Credential } from '../records/credential';
import { addedProvider, type ProviderDeps } from './keep-provider';
import { keyAtHand } from './provider-key';
import { kidInUse, packFor } from './register-provider';

/**
 * The registration pack as a sheet for the people of a provider: the same document, with what a person
 * compares beside what a program takes.
 *
 * @returns `provider-unknown`; `key-unusable` when its key is not at hand
 */
export function viewRegistrationSheet(
  deps: ProviderDeps,
  providerId: string,
): Result<RegistrationSheet, Failure> {
  const profile = addedProvider(deps, providerId);
  if (profile === null) return fail({ kind: 'provider-unknown' });
  const key = keyAtHand(deps, profile);
  if (!key.ok) return key;
  const { mine, all } = key.value;
  const pack = packFor(profile, key.value);
  return ok({
    clientName: pack.client_name,
    providerName: profile.name,
    issuer: profile.issuer,
    clientId: profile.clientId === '' ? null : profile.clientId,
    redirectUri: pack.redirect_uris.join(' '),
    clientAuthentication: pack.token_endpoint_auth_method,
    subject: pack.tls_client_auth_subject_dn ?? null,
    tokenBinding: profile.tokenBinding,
    scope: pack.scope ?? null,
    detailTypes: pack.authorization_details_types ?? [],
    keys: credentialsToKnow(all, mine).map((one) => viewSheetKey(one, mine, kidInUse(profile))),
    jwks: JSON.stringify(pack.jwks),
    madeAtMs: deps.nowMs(),
  });
}

function viewSheetKey(
  { certificatePem, credentialId, replaces }: Credential,
  mine: Credential,
  kid: string | null,
): SheetKey {
  const facts = readCertificateFacts(certificatePem);
  if (!facts.ok) throw new RangeError('a credential is held whose certificate cannot be read');
  const { issuer, keyKind, keyBits, notBeforeMs, notAfterMs, fingerprintSha256 } = facts.value;
  const isNext = replaces === mine.credentialId;
  const isInUse = credentialId === mine.credentialId;
  return {
    subject: subjectDistinguishedName(certificatePem),
    issuer: issuer === null ? null : nameOfSubject(issuer),
    keyKind,
    keyBits,
    notBeforeMs,
    notAfterMs,
    fingerprint: fingerprintSha256,
    kid: (isInUse ? kid : null) ?? publicJwk(certificatePem).kid,
    role: isInUse ? 'in-use' : isNext ? 'next' : 'former',
  };
}
