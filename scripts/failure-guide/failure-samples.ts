import type {
  Failure,
  ProxyProblem,
  Stage,
  TlsProblem,
  Unreachable,
  Violation,
} from '../../preload/contract/failure.ts';
import type { RegistrationChange } from '../../preload/contract/provider-shapes.ts';

/** One kind of failure. */
export type FailureOf<Kind extends Failure['kind']> = Extract<Failure, { kind: Kind }>;

const providerName = 'Sandbox Bank';
const host = '127.0.0.1:9080';

/** The members of a union of strings, in this order. One that is missing, or is none, does not compile. */
function namesOf<Name extends string>(names: Readonly<Record<Name, true>>): readonly Name[] {
  return Object.keys(names) as Name[];
}

function notFound(isAccessOpen: boolean | null): FailureOf<'consent-not-found'> {
  return { kind: 'consent-not-found', providerName, status: 404, isAccessOpen };
}

const REASONS = namesOf<Unreachable>({
  refused: true,
  'not-found': true,
  timeout: true,
  reset: true,
  offline: true,
});

const TLS_PROBLEMS = namesOf<TlsProblem>({
  expired: true,
  'not-yet-valid': true,
  'other-name': true,
  'unknown-authority': true,
  'old-version': true,
  'old-ciphers': true,
  'no-tls': true,
  'our-certificate': true,
  'certificate-wanted': true,
  other: true,
});

const PROXY_PROBLEMS = namesOf<ProxyProblem>({
  unreachable: true,
  'sign-in': true,
  refused: true,
  unsupported: true,
  'opens-tls': true,
  unused: true,
});

const VIOLATIONS = namesOf<Violation>({
  malformed: true,
  'unknown-coding': true,
  'broken-coding': true,
  'not-json': true,
  'broken-json': true,
  'not-http': true,
  oversized: true,
  redirected: true,
  'other-issuer': true,
  'other-answer': true,
  signature: true,
  wider: true,
  'other-consent': true,
  unsafe: true,
});

const STAGES = namesOf<Stage>({
  discovery: true,
  registration: true,
  par: true,
  authorize: true,
  token: true,
  consent: true,
  accounts: true,
  transactions: true,
  revocation: true,
});

/** A refusal with nothing special about it. */
export const PLAIN_REFUSAL: FailureOf<'provider-refused'> = {
  kind: 'provider-refused',
  providerName,
  stage: 'par',
  status: 400,
  code: 'invalid_request',
  description: 'no',
  member: null,
};

const PLAIN_VIOLATION: FailureOf<'protocol-violation'> = {
  kind: 'protocol-violation',
  providerName,
  stage: 'par',
  violation: 'malformed',
  rule: 'RFC 9126 2.2: status is 201',
  detail: '200',
};

/**
 * At least one sample of each kind of failure, and one for each variant that has words of its own. The guide is
 * written from them and the tests read them. A kind that is missing does not compile.
 */
export const FAILURE_SAMPLES: {
  readonly [Kind in Failure['kind']]: readonly [FailureOf<Kind>, ...FailureOf<Kind>[]];
} = {
  'provider-unreachable': each(REASONS, (reason) => ({
    kind: 'provider-unreachable',
    providerName,
    host,
    stage: 'par',
    reason,
  })),
  'proxy-trouble': each(PROXY_PROBLEMS, (problem) => ({
    kind: 'proxy-trouble',
    providerName,
    host,
    stage: 'discovery',
    problem,
    proxy: 'proxy.example:8080',
    status: null,
  })),
  'no-secure-connection': each(TLS_PROBLEMS, (problem) => ({
    kind: 'no-secure-connection',
    providerName,
    host,
    stage: 'discovery',
    problem,
    code: 'CERT_HAS_EXPIRED',
  })),
  'provider-unsuitable': [
    { kind: 'provider-unsuitable', providerName, missing: ['PAR'], isByChoice: false },
    { kind: 'provider-unsuitable', providerName, missing: ['iss'], isByChoice: true },
  ],
  'issuer-differs': each(['https://127.0.0.1:9080/', 'https://auth.bank.example'], (issuer) => ({
    kind: 'issuer-differs',
    providerName,
    host,
    issuer,
  })),
  'no-metadata': [{ kind: 'no-metadata', host, detail: 'HTTP 404' }],
  'not-registered': [{ kind: 'not-registered', providerName }],
  'registration-outdated': each(
    namesOf<RegistrationChange>({ key: true, method: true, redirect: true }),
    (change) => ({
      kind: 'registration-outdated',
      providerName,
      stage: 'par',
      changed: [change],
      code: 'invalid_client',
      description: 'unknown certificate',
    }),
  ),
  'no-registration-endpoint': [{ kind: 'no-registration-endpoint', providerName }],
  'provider-unknown': [{ kind: 'provider-unknown' }],
  'authority-unreadable': [{ kind: 'authority-unreadable' }],
  'key-unusable': each(
    namesOf<FailureOf<'key-unusable'>['reason']>({ 'not-held': true, ended: true }),
    (reason) => ({ kind: 'key-unusable', reason }),
  ),
  'not-printed': [{ kind: 'not-printed', reason: 'no printer' }],
  'file-not-read': each(
    namesOf<FailureOf<'file-not-read'>['reason']>({ 'too-large': true, 'not-text': true, unreadable: true }),
    (reason) => ({ kind: 'file-not-read', reason }),
  ),
  'browser-not-opened': [{ kind: 'browser-not-opened' }],
  declined: [{ kind: 'declined', providerName }],
  'scopes-unknown': [
    {
      kind: 'scopes-unknown',
      providerName,
      scopes: ['fdx:tax:read'],
      code: 'access_denied',
      description: null,
    },
  ],
  'request-expired': [{ kind: 'request-expired', providerName }],
  'flow-cancelled': [{ kind: 'flow-cancelled' }],
  'flow-unknown': [{ kind: 'flow-unknown' }],
  'callback-not-ours': each(
    namesOf<FailureOf<'callback-not-ours'>['reason']>({
      'no-address': true,
      'other-address': true,
      'other-answer': true,
    }),
    (reason) => ({ kind: 'callback-not-ours', reason }),
  ),
  'provider-refused': each(STAGES, (stage) => ({ ...PLAIN_REFUSAL, stage })),
  'provider-busy': [{ kind: 'provider-busy', providerName, stage: 'accounts', retryAtMs: 1_790_000_000_000 }],
  'protocol-violation': [
    ...each(VIOLATIONS, (violation): FailureOf<'protocol-violation'> => ({ ...PLAIN_VIOLATION, violation })),
    {
      ...PLAIN_VIOLATION,
      stage: 'discovery',
      violation: 'other-issuer',
      rule: 'RFC 8414 3.3: the issuer is equal',
      detail: 'the metadata belongs to another',
    },
  ],
  'consent-ended': each(
    namesOf<FailureOf<'consent-ended'>['how']>({ expired: true, revoked: true, gone: true }),
    (how) => ({ kind: 'consent-ended', how }),
  ),
  'consent-not-found': [notFound(true), notFound(false), notFound(null)],
  'access-not-held': [{ kind: 'access-not-held' }],
  'consent-unknown': [{ kind: 'consent-unknown' }],
  'no-free-port': [{ kind: 'no-free-port' }],
  'port-taken': [{ kind: 'port-taken', port: 3005 }],
  'storage-full': [{ kind: 'storage-full' }],
  'storage-too-large': [{ kind: 'storage-too-large', maxBytes: 67_108_864 }],
  'storage-failed': [{ kind: 'storage-failed', code: 'EACCES' }],
  'vault-locked': [{ kind: 'vault-locked' }],
  'wrong-passphrase': [{ kind: 'wrong-passphrase' }],
  'transaction-unknown': [{ kind: 'transaction-unknown' }],
  'exchange-unknown': [{ kind: 'exchange-unknown' }],
  'trace-unreadable': [{ kind: 'trace-unreadable' }],
  'data-process-ended': [{ kind: 'data-process-ended' }],
  'sandbox-failed': [{ kind: 'sandbox-failed', reason: 'no port' }],
  'bad-request': [{ kind: 'bad-request', field: 'flowId' }],
  unexpected: [{ kind: 'unexpected', logReference: 'log-1' }],
};

function each<Name extends string, Sample>(
  names: readonly Name[],
  sampleOf: (name: Name) => Sample,
): readonly [Sample, ...Sample[]] {
  const [first, ...others] = names.map(sampleOf);
  if (first === undefined) throw new Error('a union of strings has a member');
  return [first, ...others];
}
