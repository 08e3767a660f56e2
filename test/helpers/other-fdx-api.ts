import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { EmbeddedJWK, jwtVerify } from 'jose';

/** An access token that was given out, and what it is for. */
export interface Issued {
  readonly token: string;
  readonly grantId: string;
  readonly details: unknown;
  /** Of the certificate over whose connection it was given out. */
  readonly fingerprint: string | undefined;
}

export interface FdxAsked {
  readonly tokenBinding: 'dpop' | 'certificate';
  readonly issued: readonly Issued[];
  readonly request: IncomingMessage;
  readonly fdxBaseUrl: string;
}

export interface FdxAnswered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An FDX 5 API that says nothing when it refuses, and wants a nonce in each proof. */
export async function answerFdx({
  tokenBinding,
  issued,
  request,
  fdxBaseUrl,
}: FdxAsked): Promise<FdxAnswered> {
  const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
  const known = issued.find((one) => one.token === token);
  const isProof = tokenBinding === 'dpop';
  const refused = { status: 401, headers: {}, body: '' };
  if (known === undefined || scheme !== (isProof ? 'DPoP' : 'Bearer')) return refused;
  const shown = (request.socket as TLSSocket).getPeerX509Certificate()?.fingerprint256;
  if (!isProof && shown !== known.fingerprint) return refused; // RFC 8705 section 3
  if (isProof) {
    const why = await whyNoProof(request, token, fdxBaseUrl);
    if (why !== null) {
      const challenge = { 'www-authenticate': `DPoP error="${why}"`, 'dpop-nonce': 'a-nonce-of-the-api' };
      return { status: 401, headers: challenge, body: '' };
    }
  }
  const path = (request.url ?? '').slice(new URL(fdxBaseUrl).pathname.length);
  const isConsent = path === `/consents/${known.grantId}`;
  if (isConsent && request.method === 'GET') return partial(consentOf(known));
  if (path.startsWith('/accounts')) return partial(ACCOUNTS_OF_FDX_5);
  return { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Nothing here</h1>' };
}

async function whyNoProof(
  request: IncomingMessage,
  token: string,
  fdxBaseUrl: string,
): Promise<string | null> {
  const proof = String(request.headers['dpop'] ?? '');
  const { payload } = await jwtVerify(proof, EmbeddedJWK, { typ: 'dpop+jwt' });
  const { pathname } = new URL(request.url ?? '', fdxBaseUrl);
  const url = new URL(pathname, fdxBaseUrl).href;
  const ath = createHash('sha256').update(token).digest('base64url');
  if (payload['htu'] !== url || payload['htm'] !== request.method || payload['ath'] !== ath)
    return 'invalid_dpop_proof';
  return payload['nonce'] === 'a-nonce-of-the-api' ? null : 'use_dpop_nonce';
}

// 206 and a media type of its own: FDX has both.
function partial(body: unknown): FdxAnswered {
  return { status: 206, headers: { 'content-type': 'application/fdx+json' }, body: JSON.stringify(body) };
}

function consentOf({ grantId, details }: Issued): unknown {
  const [detail] = details as ReadonlyArray<{ readonly consentRequest: { readonly resources: object[] } }>;
  const { resources, ...terms } = detail!.consentRequest;
  return {
    id: grantId,
    status: 'ACTIVE',
    createdTime: '2026-05-01T10:00:00Z',
    ...terms,
    resources: resources.map((resource, index) => ({ ...resource, id: `resource-${index}` })),
  };
}

/** As FDX 5 has them: each wrapped in its kind. */
const ACCOUNTS_OF_FDX_5 = {
  accounts: [
    {
      depositAccount: {
        accountId: 'other-1',
        accountType: 'SAVINGS',
        accountNumberDisplay: '****0042',
        nickname: 'Rainy days',
        status: 'OPEN',
        currentBalance: 20.05,
      },
    },
  ],
};
