import { createHash, X509Certificate } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

import type { SandboxDescriptor } from '../../sandbox/bank';
import type { Answer } from './provider-answer';
import type { AtTheBank } from './recipient';
import { type Endpoint, endpointOf, RightProvider } from './right-provider';
import { type IdentityFacts, serverIdentity } from './server-identity';
import {
  type OpenSockets,
  openTlsServer,
  type SeenRequest,
  type TlsServer,
  type TlsServerOptions,
} from './tls-server';

/** The one thing that a provider does wrong. Without any of it, it is a good provider. */
export interface Fault {
  /** What it answers in place of the right answer. `silence` never answers; `hang-up` breaks the connection. */
  readonly answers?: Readonly<
    Partial<Record<Endpoint, (right: Answer, own: OwnFacts) => Answer | 'silence' | 'hang-up'>>
  >;
  /** Where it sends the browser in place of the right address; null leaves the person on its page. */
  readonly sendsBack?: (right: URL, own: OwnFacts) => string | null;
  /** What is wrong with its certificate. */
  readonly certificate?: IdentityFacts;
  /** It has a certificate that the client has no reason to trust. */
  readonly isImpostor?: boolean;
  readonly tls?: TlsServerOptions['tls'];
}

/** What a fault may be made from. */
export interface OwnFacts {
  readonly issuer: string;
  readonly mtlsOrigin: string;
  readonly grantId: string;
}

/** A provider that is correct except for exactly one thing. */
export interface HostileProvider {
  /** What the app is told of it. */
  readonly descriptor: SandboxDescriptor;
  /** What the person does there: looks at the page and approves. */
  readonly person: AtTheBank;
  /** Where the client asked, in order. */
  readonly asked: () => readonly Endpoint[];
  /** All that the client sent, in order. */
  readonly requests: () => readonly SeenRequest[];
  /** Rules that the client broke; empty for a good client, whatever the provider does. */
  readonly broken: () => readonly string[];
  readonly secrets: RightProvider['secrets'];
  readonly grantId: string;
  readonly handshakes: () => number;
  /** What clients hold open where they ask without, and with, a certificate. */
  readonly sockets: { readonly front: OpenSockets; readonly mtls: OpenSockets };
}

/** Opens a provider for one test. */
export async function hostileProvider(fault: Fault = {}): Promise<HostileProvider> {
  const identity = await serverIdentity(fault.certificate);
  const trusted = fault.isImpostor === true ? await serverIdentity() : identity;
  const heard: Array<{ readonly endpoint: Endpoint | null; readonly seen: SeenRequest }> = [];
  const held: { provider: RightProvider | null } = { provider: null };

  const serve = (kind: 'front' | 'mtls') => (seen: SeenRequest, response: ServerResponse) => {
    const endpoint = endpointOf(seen);
    heard.push({ endpoint, seen });
    const { provider } = held;
    if (provider === null) throw new Error('the provider is not open yet');
    provider.rules.any(seen);
    if (kind === 'front') provider.rules.atTheFront(seen);
    else provider.rules.overMtls(seen);
    if (endpoint === null || isAtTheWrongDoor(endpoint, kind)) {
      provider.rules.broken.push(`nobody told the client of ${kind} ${seen.target}`);
      return send(response, { status: 404, headers: {}, body: '' });
    }
    const right = provider.answer(endpoint, seen);
    return send(response, fault.answers?.[endpoint]?.(right, own) ?? right);
  };
  const options = { identity, ...(fault.tls === undefined ? {} : { tls: fault.tls }) };
  const front = await openTlsServer({ ...options, answer: serve('front') });
  const mtls = await openTlsServer({ ...options, answer: serve('mtls'), asksForCertificate: true });
  onTestFinished(async () => {
    await Promise.all([front.close(), mtls.close()]);
  });
  const provider = new RightProvider(front.origin, mtls.origin);
  held.provider = provider;
  const own: OwnFacts = { issuer: front.origin, mtlsOrigin: mtls.origin, grantId: provider.grantId };

  return {
    descriptor: describeProvider(front, mtls, trusted.certificatePem),
    person: (page) => {
      const right = provider.approve(page);
      const back = fault.sendsBack === undefined ? right.href : fault.sendsBack(right, own);
      return Promise.resolve(back);
    },
    asked: () => heard.flatMap(({ endpoint }) => endpoint ?? []),
    requests: () => heard.map(({ seen }) => seen),
    broken: () => provider.rules.broken,
    secrets: provider.secrets,
    grantId: provider.grantId,
    handshakes: () => front.handshakes() + mtls.handshakes(),
    sockets: { front: front.sockets, mtls: mtls.sockets },
  };
}

function isAtTheWrongDoor(endpoint: Endpoint, kind: 'front' | 'mtls'): boolean {
  return ['registration', 'discovery', 'jwks'].includes(endpoint) !== (kind === 'front');
}

function describeProvider(front: TlsServer, mtls: TlsServer, caPem: string): SandboxDescriptor {
  return {
    name: 'Hostile Bank',
    issuer: front.origin,
    fdxBaseUrl: `${mtls.origin}/fdx/v6`,
    registrationEndpoint: `${front.origin}/register`,
    siteUrl: `${front.origin}/consents`,
    caPem,
    certificateSha256: createHash('sha256').update(new X509Certificate(caPem).raw).digest('hex'),
  };
}

function send(response: ServerResponse, answer: Answer | 'silence' | 'hang-up'): void {
  if (answer === 'silence') return;
  if (answer === 'hang-up') return void response.destroy();
  response.writeHead(answer.status, answer.headers).end(answer.body);
}
