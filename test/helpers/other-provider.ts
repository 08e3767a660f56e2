import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { exportJWK, generateKeyPair } from 'jose';
import { type Configuration, type KoaContextWithOIDC, Provider } from 'oidc-provider';

import type { PublicJwk } from '../../main/credentials/public-jwks';
import type { ClientAuthentication } from '../../preload/contract/provider-offer';
import { browse } from './other-browser';
import { answerFdx, type Issued } from './other-fdx-api';
import type { AtTheBank } from './recipient';
import { serverIdentity } from './server-identity';

/** How a provider lawfully differs from the one that the app brings along. */
export interface Habits {
  readonly clientAuthentication: ClientAuthentication;
  readonly tokenBinding: 'dpop' | 'certificate';
  /** Signs its answers, and does not name itself otherwise. */
  readonly answersByJwt: boolean;
  /** Takes requests that are signed as a whole, and no others. */
  readonly wantsSignedRequests?: boolean;
  /** Where it names the consent: nowhere, or as a claim of an access token that is a JWT. */
  readonly namesConsent: 'nowhere' | 'in-access-token';
  /** What becomes of the refresh token when it is used. */
  readonly refreshToken: 'rotated' | 'left-out';
  readonly scopes: readonly string[];
  /** The scope parameter that its profile names; null for the scopes of what is asked for. */
  readonly asks: string | null;
}

/** An authorization server and an FDX API of nobody we know, behind one listener. */
export interface OtherProvider {
  readonly issuer: string;
  readonly fdxBaseUrl: string;
  readonly caPem: string;
  readonly person: AtTheBank;
  /** Answers of the FDX API: the status that each call got. */
  readonly fdxAnswers: readonly string[];
  /** Names and values of each form that was posted, by path. */
  readonly forms: ReadonlyArray<{ readonly path: string; readonly form: URLSearchParams }>;
  /** Whether clients have shown a certificate in any request. */
  readonly sawCertificate: () => boolean;
  /** From now on, no access token of before is taken. */
  readonly forgetAccessTokens: () => void;
  readonly close: () => Promise<void>;
}

export const OTHER_CLIENT_ID = 'countersign-at-the-other';
/** Where it sends people back to, by either scheme. */
export const OTHER_PATH = '/back/from/the/other';
export const OTHER_TYPE = 'urn:other-bank:fdx-consent';

/** A client as the people of the provider have entered it. */
export interface RegisteredClient {
  readonly jwks: readonly PublicJwk[];
  /** For a client that is known by a name on a certificate: the authority in PEM, and the name. @see RFC 8705 section 2.1 */
  readonly authority?: { readonly rootPem: string; readonly subject: string };
}

/** Opens a provider that knows one client, registered beforehand. The caller closes it. */
export async function openOtherProvider(habits: Habits, client: RegisteredClient): Promise<OtherProvider> {
  const identity = await serverIdentity();
  const server = createServer({
    key: identity.keyPem,
    cert: identity.certificatePem,
    ...(client.authority === undefined ? {} : { ca: client.authority.rootPem }),
    requestCert: true,
    rejectUnauthorized: false,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fdxBaseUrl = `${issuer}/open-banking/fdx/v5`;

  const issued: Issued[] = [];
  const fdxAnswers: string[] = [];
  const forms: Array<{ readonly path: string; readonly form: URLSearchParams }> = [];
  let sawCertificate = false;
  const provider = new Provider(issuer, await settings(habits, client, fdxBaseUrl));
  provider.use((context, next) => changeAnswers(habits, context as KoaContextWithOIDC, next, issued));
  const note = (context: KoaContextWithOIDC) =>
    forms.push({
      path: context.path,
      form: new URLSearchParams(context.oidc.body as Record<string, string>),
    });
  provider.on('grant.success', note);
  provider.on('pushed_authorization_request.success', note);
  const oauth = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const shown = 'getPeerX509Certificate' in request.socket;
    sawCertificate ||= shown && certificateOf(request) !== undefined;
    const { pathname } = new URL(request.url ?? '', issuer);
    if (pathname.startsWith('/interaction/')) return void approve(provider, request, response);
    if (!pathname.startsWith('/open-banking/')) return void oauth(request, response);
    void answerFdx({ tokenBinding: habits.tokenBinding, issued, request, fdxBaseUrl }).then(
      ({ status, headers, body }) => {
        fdxAnswers.push(`${pathname.slice('/open-banking/fdx/v5'.length)} ${status}`);
        response.writeHead(status, headers).end(body);
      },
    );
  });
  return {
    issuer,
    fdxBaseUrl,
    caPem: identity.certificatePem,
    person: (page) => browse(page, identity.certificatePem),
    fdxAnswers,
    forms,
    sawCertificate: () => sawCertificate,
    forgetAccessTokens: () => void issued.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function certificateOf(request: IncomingMessage) {
  const socket = request.socket as TLSSocket;
  return socket.getPeerX509Certificate();
}

/** Node has the subject line by line, in the order of the certificate; RFC 4514 has it the other way round. */
function subjectOf(request: IncomingMessage): string | undefined {
  return certificateOf(request)?.subject.split('\n').reverse().join(',');
}

async function settings(
  habits: Habits,
  { jwks, authority }: RegisteredClient,
  resource: string,
): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const signing = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'the-others-key' };
  const isByKey = habits.clientAuthentication === 'private_key_jwt';
  const isProof = habits.tokenBinding === 'dpop';
  const isByAuthority = habits.clientAuthentication === 'tls_client_auth';
  return {
    clients: [
      {
        client_id: OTHER_CLIENT_ID,
        application_type: 'native',
        redirect_uris: [`http://127.0.0.1${OTHER_PATH}`, `app.countersign.desktop:${OTHER_PATH}`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: habits.clientAuthentication,
        ...(isByKey ? { token_endpoint_auth_signing_alg: jwks[0]?.alg ?? 'ES256' } : {}),
        ...(isByAuthority ? { tls_client_auth_subject_dn: authority?.subject ?? '' } : {}),
        ...(isProof
          ? { dpop_bound_access_tokens: true }
          : { tls_client_certificate_bound_access_tokens: true }),
        ...(habits.answersByJwt ? { authorization_signed_response_alg: 'ES256' } : {}),
        id_token_signed_response_alg: 'ES256',
        authorization_details_types: [OTHER_TYPE],
        jwks: { keys: [...jwks] },
      },
    ],
    jwks: { keys: [signing] } as NonNullable<Configuration['jwks']>,
    scopes: ['openid', 'offline_access'],
    clientDefaults: {
      id_token_signed_response_alg: 'ES256',
      ...(habits.answersByJwt ? { authorization_signed_response_alg: 'ES256' } : {}),
    },
    clientAuthMethods: [habits.clientAuthentication],
    enabledJWA: {
      idTokenSigningAlgValues: ['ES256'],
      authorizationSigningAlgValues: ['ES256'],
      requestObjectSigningAlgValues: ['ES256', 'PS256'],
    },
    cookies: { keys: ['a key of the other provider'] },
    features: {
      devInteractions: { enabled: false },
      registration: { enabled: true },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      dPoP: { enabled: isProof, nonceSecret: Buffer.alloc(32, 7), requireNonce: () => true },
      requestObjects: {
        enabled: habits.wantsSignedRequests === true,
        requireSignedRequestObject: true,
      },
      jwtResponseModes: { enabled: habits.answersByJwt },
      mTLS: {
        enabled: !(isProof && isByKey),
        selfSignedTlsClientAuth: true,
        tlsClientAuth: true,
        certificateBoundAccessTokens: !isProof,
        getCertificate: (context) => certificateOf(context.req),
        certificateAuthorized: (context) => (context.req.socket as TLSSocket).authorized,
        certificateSubjectMatches: (context, _property, expected) => subjectOf(context.req) === expected,
      },
      revocation: {
        enabled: true,
        allowedPolicy: (_context, client, token) => token.clientId === client.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: habits.scopes.join(' '),
          accessTokenFormat: habits.namesConsent === 'nowhere' ? 'opaque' : 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
      richAuthorizationRequests: {
        enabled: true,
        types: { [OTHER_TYPE]: { validate: () => undefined } },
        authorizationDetailsForGrantSource: (context) => context.oidc.grant?.rar,
        authorizationDetailsForAccessToken: (_context, _token, source) => source?.rar,
      },
    },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: (context) => {
      const grantId = context.oidc.result?.consent?.grantId;
      return grantId === undefined ? undefined : context.oidc.provider.Grant.find(grantId);
    },
    issueRefreshToken: () => true,
    ttl: { Interaction: 60, Grant: 600, Session: 60, AccessToken: 300, RefreshToken: 600, IdToken: 60 },
    expiresWithSession: () => false,
    rotateRefreshToken: habits.refreshToken === 'rotated',
    extraTokenClaims: (_context, token) =>
      'grantId' in token && token.grantId !== undefined ? { fdxConsentId: token.grantId } : undefined,
  };
}

/** What the library does alike for everybody and this provider does in its own way. */
async function changeAnswers(
  habits: Habits,
  context: KoaContextWithOIDC,
  next: () => Promise<unknown>,
  issued: Issued[],
): Promise<void> {
  await next();
  const body = context.body as Record<string, unknown> | undefined;
  if (context.oidc?.route === 'discovery' && body !== undefined) {
    const { mtls_endpoint_aliases: _none, ...metadata } = body;
    if (habits.answersByJwt) delete metadata['authorization_response_iss_parameter_supported'];
    context.body = metadata;
  }
  if (context.oidc?.route !== 'token' || context.status !== 200 || body === undefined) return;
  const grantId = String(context.oidc.entities.Grant?.jti ?? '');
  issued.push({
    token: String(body['access_token']),
    grantId,
    details: body['authorization_details'],
    fingerprint: certificateOf(context.req)?.fingerprint256,
  });
  const { expires_in: _unsaid, refresh_token: refreshToken, ...answer } = body;
  const isRefresh = context.oidc.params?.['grant_type'] === 'refresh_token';
  const keepsQuiet = isRefresh && habits.refreshToken === 'left-out';
  context.body = { ...answer, ...(keepsQuiet ? {} : { refresh_token: refreshToken }) };
}

async function approve(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const { params } = await provider.interactionDetails(request, response);
  const {
    client_id: clientId = '',
    scope,
    resource,
    authorization_details: details,
  } = params as Readonly<Record<string, string>>;
  const grant = new provider.Grant({ accountId: 'somebody', clientId });
  const asked = (scope ?? '').split(' ');
  const protocol = asked.filter((scope) => ['openid', 'offline_access'].includes(scope));
  if (protocol.length > 0) grant.addOIDCScope(protocol.join(' '));
  grant.addResourceScope(resource ?? '', asked.join(' '));
  for (const detail of JSON.parse(details ?? '[]') as object[]) grant.addRar(detail as never);
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { login: { accountId: 'somebody' }, consent });
}
