import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

import { isNearItsEnd, makeServerCertificate } from './certificates';
import { readStateFile, writeStateFile } from './state-file';

const port = z.int().min(0).max(65_535);

const identityFile = z.object({
  version: z.literal(1),
  keyPem: z.string().startsWith('-----BEGIN PRIVATE KEY-----'),
  certificatePem: z.string().startsWith('-----BEGIN CERTIFICATE-----'),
  signingKey: z.looseObject({ kty: z.literal('EC'), d: z.string(), kid: z.string() }),
  cookieKeys: z.array(z.string().min(32)).min(1),
  pagesPort: port,
  mtlsPort: port,
});

/** What makes this bank the same bank tomorrow: its keys, its certificate, its addresses. */
export type Identity = z.infer<typeof identityFile>;

export interface IdentityOptions {
  /** Null keeps it in memory. */
  readonly stateDir: string | null;
  readonly nowMs: number;
  /** Takes a plain sentence for the person who started the bank. */
  readonly say: (sentence: string) => void;
}

/** Takes up the identity of an earlier start, or makes a new one. */
export async function takeUpIdentity({ stateDir, nowMs, say }: IdentityOptions): Promise<Identity> {
  if (stateDir === null) return newIdentity(nowMs);
  const found = await readStateFile(identityPath(stateDir), identityFile, nowMs);
  switch (found.kind) {
    case 'absent':
      return newIdentity(nowMs);
    case 'moved-aside':
      say(
        `The bank's keys could not be read (${found.why}). They were moved to ${found.to}; new ones are made.`,
      );
      return newIdentity(nowMs);
    case 'read':
      if (!isNearItsEnd(found.state.certificatePem, nowMs)) return found.state;
      say("The bank's certificate was about to expire. It has a new one.");
      return { ...found.state, ...(await makeServerCertificate(nowMs)) };
  }
}

/** Writes the identity down, once the ports are known. */
export async function keepIdentity(stateDir: string | null, identity: Identity): Promise<void> {
  if (stateDir !== null) await writeStateFile(identityPath(stateDir), identity);
}

async function newIdentity(nowMs: number): Promise<Identity> {
  // ES256: FAPI 2.0 does not allow RS256, and EC keys cost nothing to make
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = randomBytes(12).toString('base64url');
  return {
    version: 1,
    ...(await makeServerCertificate(nowMs)),
    signingKey: { ...((await exportJWK(privateKey)) as SigningKey), kid, use: 'sig', alg: 'ES256' },
    cookieKeys: [randomBytes(32).toString('base64url')],
    pagesPort: 0,
    mtlsPort: 0,
  };
}

type SigningKey = Identity['signingKey'];

function identityPath(stateDir: string): string {
  return join(stateDir, 'identity.json');
}
