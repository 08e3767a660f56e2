import type { StartNotice } from '../../preload/contract/app-shapes';
import { daysLeft, warningStage } from './certificate-end';
import { readCertificateFacts } from './certificate-facts';
import { nameOfSubject } from './certificate-name';
import { type CredentialDeps, viewUsers } from './manage-credentials';

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
