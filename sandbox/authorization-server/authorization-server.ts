import type { EventEmitter } from 'node:events';
import { type errors, type KoaContextWithOIDC, Provider } from 'oidc-provider';

import { DATA_SCOPES } from '../consents/scopes';
import { whyNoCertificate } from './peer-certificate';
import { providerSettings, type SettingsOptions } from './provider-settings';
import { whyDetailsRefused } from './request-rules';

export interface AuthorizationServerOptions extends SettingsOptions {
  /** Takes a line for the log. It never holds a token, a code or a verifier. */
  readonly log: (line: string) => void;
}

/**
 * The bank's authorization server: PAR, RAR, PKCE, certificate-bound tokens.
 *
 * @see FAPI 2.0 Security Profile; RFC 9126, RFC 9396, RFC 7636, RFC 8705, RFC 9207
 */
export function createAuthorizationServer(options: AuthorizationServerOptions): Provider {
  const provider = new Provider(options.addresses.issuer, providerSettings(options));
  completeAnswers(provider, options);
  explainErrors(provider, options);
  // Revoking the refresh token, or using a code twice, destroys the grant: then the consent is over, too.
  provider.on('grant.revoked', (context, grantId) => {
    const byClient = context.oidc.route === 'revocation';
    options.consents.revoke(
      grantId,
      byClient
        ? { reason: 'USER_ACTION', initiator: 'DATA_RECIPIENT' }
        : { reason: 'BUSINESS_RULE', initiator: 'DATA_PROVIDER' },
    );
  });
  return provider;
}

/** Adds what FDX wants and the library leaves out, and lets nothing go before it is on disk. */
function completeAnswers(
  provider: Provider,
  { records, requestUriSeconds }: AuthorizationServerOptions,
): void {
  provider.use(async (anyContext, next) => {
    await next();
    const context = anyContext as Partial<KoaContextWithOIDC> & typeof anyContext;
    if (isJsonBody(context.body)) {
      if (context.oidc?.route === 'token' && context.status === 200) {
        const grantId = context.oidc.entities.AccessToken?.grantId;
        if (grantId !== undefined) context.body = { ...context.body, grant_id: grantId };
      }
      if (context.oidc?.route === 'pushed_authorization_request' && context.status === 201) {
        context.body = { ...context.body, expires_in: requestUriSeconds };
      }
      if (context.oidc?.route === 'discovery') {
        context.body = { ...context.body, scopes_supported: ['openid', 'offline_access', ...DATA_SCOPES] };
      }
    }
    await records.flush();
  });
}

/** The library tells clients little. This bank is for trying things out, so it says what was wrong. */
function explainErrors(provider: Provider, options: AuthorizationServerOptions): void {
  const explain = (context: KoaContextWithOIDC, error: errors.OIDCProviderError): void => {
    const description = whatWasWrong(context, error, options.clock.nowMs());
    if (description !== null && isJsonBody(context.body)) {
      context.body = { ...context.body, error_description: description };
    }
    const said = description ?? error.error_description ?? '';
    options.log(`${context.oidc.route} refused: ${error.error}${said === '' ? '' : `, ${said}`}`);
  };
  provider.on('pushed_authorization_request.error', explain);
  provider.on('grant.error', explain);
  provider.on('revocation.error', explain);
  provider.on('introspection.error', explain);
  provider.on('authorization.error', explain);
  provider.on('server_error', (context, error) =>
    options.log(`${context.oidc.route} failed: ${error.stack}`),
  );
  (provider as EventEmitter).on('error', (error: Error) =>
    options.log(`the authorization server failed: ${error.stack}`),
  );
}

function whatWasWrong(
  context: KoaContextWithOIDC,
  error: errors.OIDCProviderError,
  nowMs: number,
): string | null {
  switch (error.error) {
    case 'invalid_authorization_details':
      return whyDetailsRefused(context);
    case 'invalid_client':
      return whyNoCertificate(context.req, nowMs) ?? error.error_detail ?? null;
    case 'invalid_grant':
      return error.error_detail === 'grant not found'
        ? 'the consent has ended'
        : (error.error_detail ?? null);
    default:
      return null;
  }
}

/** What the library will send as JSON: a stream and a buffer are objects, too. */
function isJsonBody(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype;
}
