import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';

import { FDX_PATH } from '../addresses';
import type { Clock } from '../clock';
import type { Recipient } from '../consents/consent-grant';
import type { Consents } from '../consents/consents';
import { BodyTooLong, pathOf, queryOf, readBody, sendText } from '../http-messages';
import type { Records } from '../records';
import { type Caller, readCaller } from './fdx-access';
import { coveredClusters, listAccounts, readableConsent } from './fdx-accounts';
import { type FdxAnswer, fdxError, FdxRefusal, invalidInput, notFound, toJson } from './fdx-answer';
import { type ConsentCall, getConsent, getRevocations, revokeConsent } from './fdx-consents';
import { listTransactions } from './fdx-transactions';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface FdxApiOptions {
  readonly provider: Provider;
  readonly consents: Consents;
  readonly records: Records;
  readonly clock: Clock;
  readonly fdxBaseUrl: string;
  readonly log: (line: string) => void;
}

/** Serves the bank's FDX API. @see FDX API 6.x */
export async function serveFdx(
  request: IncomingMessage,
  response: ServerResponse,
  options: FdxApiOptions,
): Promise<void> {
  const asked = request.headers['x-fapi-interaction-id'];
  const interactionId = typeof asked === 'string' && UUID.test(asked) ? asked : randomUUID();
  response.setHeader('x-fapi-interaction-id', interactionId);
  const answer = await answerOrRefuse(request, options);
  // nothing is answered that a crash could undo
  await options.records.flush();
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  if (answer.status >= 400) {
    options.log(`${request.method} ${pathOf(request)} ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  if (answer.body !== null) {
    return sendText(response, answer.status, { type: 'application/json', text: toJson(answer.body) });
  }
  response.statusCode = answer.status;
  response.setHeader('cache-control', 'no-store');
  response.end();
}

async function answerOrRefuse(request: IncomingMessage, options: FdxApiOptions): Promise<FdxAnswer> {
  try {
    return await answer(request, options);
  } catch (cause) {
    if (cause instanceof FdxRefusal) return cause.answer;
    if (cause instanceof BodyTooLong) return invalidInput('the body is too long').answer;
    options.log(`the FDX API failed: ${cause instanceof Error ? cause.stack : String(cause)}`);
    return fdxError({
      status: 500,
      code: '500',
      message: 'Internal server error',
      debugMessage: 'see the log',
    }).answer;
  }
}

async function answer(request: IncomingMessage, options: FdxApiOptions): Promise<FdxAnswer> {
  const path = pathOf(request);
  if (!path.startsWith(`${FDX_PATH}/`)) {
    const debugMessage = `this bank speaks FDX 6, below ${FDX_PATH}`;
    throw fdxError({ status: 501, code: '1106', message: 'FDX version not supported', debugMessage });
  }
  const interactionId = request.headers['x-fapi-interaction-id'];
  if (interactionId !== undefined && !UUID.test(String(interactionId))) {
    throw invalidInput('x-fapi-interaction-id must be a UUID');
  }
  const caller = await readCaller(request, options);
  const [resource, id, part, ...rest] = path.slice(FDX_PATH.length + 1).split('/');
  if (resource === 'accounts' && id === undefined) return answerAccounts(request, caller, options);
  if (resource === 'accounts' && id !== undefined && part === 'transactions' && rest.length === 0)
    return answerTransactions(request, { caller, accountId: decodeURIComponent(id) }, options);
  if (resource === 'consents' && id !== undefined && rest.length === 0) {
    const call = consentCall(id, caller, options);
    if (part === undefined) return answerConsent(request, call);
    if (part === 'revocation') return answerRevocation(request, call);
  }
  throw notFound('this bank has nothing at this path');
}

function answerAccounts(
  request: IncomingMessage,
  caller: Caller,
  { consents, clock }: FdxApiOptions,
): FdxAnswer {
  allowOnly(request, ['GET']);
  return listAccounts({
    caller,
    query: queryOf(request),
    statusOf: (consent) => consents.statusOf(consent),
    nowMs: clock.nowMs(),
  });
}

function answerTransactions(
  request: IncomingMessage,
  { caller, accountId }: { readonly caller: Caller; readonly accountId: string },
  { consents, clock }: FdxApiOptions,
): FdxAnswer {
  allowOnly(request, ['GET']);
  const consent = readableConsent(caller, (one) => consents.statusOf(one));
  const covered = coveredClusters(consent, caller);
  return listTransactions({ accountId, query: queryOf(request), consent, covered, nowMs: clock.nowMs() });
}

async function answerConsent(request: IncomingMessage, call: ConsentCall): Promise<FdxAnswer> {
  allowOnly(request, ['GET']);
  return getConsent(call);
}

async function answerRevocation(request: IncomingMessage, call: ConsentCall): Promise<FdxAnswer> {
  allowOnly(request, ['GET', 'PUT']);
  return request.method === 'PUT' ? revokeConsent(call, await readBody(request)) : getRevocations(call);
}

function consentCall(consentId: string, caller: Caller, options: FdxApiOptions): ConsentCall {
  const { consents, fdxBaseUrl, provider } = options;
  return {
    consentId,
    caller,
    consents,
    fdxBaseUrl,
    recipientOf: (clientId) => recipientOf(clientId, provider),
  };
}

async function recipientOf(clientId: string, { Client }: Provider): Promise<Recipient> {
  const client = await Client.find(clientId);
  return { clientId, name: client?.clientName ?? clientId, homeUri: client?.clientUri ?? null };
}

function allowOnly({ method }: IncomingMessage, allowed: readonly string[]): void {
  if (method !== undefined && allowed.includes(method)) return;
  const debugMessage = `allowed here: ${allowed.join(', ')}`;
  const refusal = fdxError({ status: 405, code: '1206', message: 'Method not allowed', debugMessage });
  throw new FdxRefusal({ ...refusal.answer, headers: { allow: allowed.join(', ') } });
}
