import { assertNever, type Failure } from '../../preload/contract/failure';
import { type FailureWords, words, YOU } from './failure-parts';

const KINDS = [
  'proxy-trouble',
  'issuer-differs',
  'no-metadata',
  'registration-outdated',
  'scopes-unknown',
  'not-registered',
  'no-registration-endpoint',
  'authority-unreadable',
  'key-unusable',
  'not-printed',
  'file-not-read',
  'callback-not-ours',
] as const satisfies readonly Failure['kind'][];

/** What can go wrong on the way to a provider, and while one is added, registered or answered by hand. */
export type ProviderFailure = Extract<Failure, { kind: (typeof KINDS)[number] }>;

/** Whether a failure is one of those. */
export function isProviderFailure(failure: Failure): failure is ProviderFailure {
  return KINDS.some((kind) => kind === failure.kind);
}

/** The words of a failure around providers; nearly all of them are the person's to fix. */
export function wordProviderFailure(failure: ProviderFailure): FailureWords {
  switch (failure.kind) {
    case 'proxy-trouble':
      return wordProxy(failure);
    case 'issuer-differs':
      return wordIssuer(failure);
    case 'no-metadata':
      return wordNoMetadata(failure);
    case 'registration-outdated':
      return wordOutdated(failure);
    case 'scopes-unknown':
      return wordScopes(failure);
    case 'not-registered':
    case 'no-registration-endpoint': {
      const values = { provider: failure.providerName };
      return words({ id: `failure.${failure.kind}`, values }, YOU, {
        id: `failure.${failure.kind}.next`,
        values,
      });
    }
    case 'authority-unreadable':
      return words({ id: 'failure.authority-unreadable' }, YOU, { id: 'failure.authority-unreadable.next' });
    case 'key-unusable':
      return words({ id: `failure.key-unusable.${failure.reason}` }, YOU, {
        id: 'failure.key-unusable.next',
      });
    case 'not-printed':
      return wordNotPrinted(failure.reason);
    case 'file-not-read':
      return words({ id: `failure.file-not-read.${failure.reason}` }, YOU, {
        id: 'failure.file-not-read.next',
      });
    case 'callback-not-ours':
      return wordPasted(failure);
    default:
      return assertNever(failure);
  }
}

function wordIssuer({ host, issuer }: Extract<Failure, { kind: 'issuer-differs' }>): FailureWords {
  const isElsewhere = new URL(issuer).host !== host;
  const id = isElsewhere ? 'failure.issuer-differs.elsewhere' : 'failure.issuer-differs';
  return words(
    { id, values: { host, issuer } },
    YOU,
    { id: 'failure.issuer-differs.next' },
    { kind: 'warn', technical: 'RFC 8414 3.3: the issuer is equal' },
  );
}

function wordNoMetadata({ host, detail }: Extract<Failure, { kind: 'no-metadata' }>): FailureWords {
  const what = { id: 'failure.no-metadata', values: { host } } as const;
  return words(what, YOU, { id: 'failure.no-metadata.next' }, { technical: detail });
}

function wordPasted({ reason }: Extract<Failure, { kind: 'callback-not-ours' }>): FailureWords {
  const id = `failure.callback-not-ours.${reason}` as const;
  return words({ id }, YOU, { id: `${id}.next` }, { kind: 'warn' });
}

function wordOutdated(failure: Extract<Failure, { kind: 'registration-outdated' }>): FailureWords {
  const { providerName, stage, changed, code, description } = failure;
  const values = { provider: providerName };
  const [first = 'key'] = changed;
  const what = { id: `failure.registration-outdated.${first}`, values } as const;
  return words(
    what,
    YOU,
    { id: 'failure.registration-outdated.next', values },
    {
      said: description === null ? null : { id: 'failure.refused.said', values: { description } },
      technical: [stage, code, ...changed].join(' · '),
    },
  );
}

function wordScopes(failure: Extract<Failure, { kind: 'scopes-unknown' }>): FailureWords {
  const { providerName, scopes, code, description } = failure;
  const values = { provider: providerName, scopes: scopes.join(', ') };
  return words(
    { id: 'failure.scopes-unknown', values },
    YOU,
    { id: 'failure.scopes-unknown.next', values },
    {
      said: description === null ? null : { id: 'failure.refused.said', values: { description } },
      technical: `authorize · ${code} · ${scopes.join(' ')}`,
    },
  );
}

function wordProxy(failure: Extract<Failure, { kind: 'proxy-trouble' }>): FailureWords {
  const { providerName, host, stage, problem, proxy, status } = failure;
  const values = { provider: providerName, host, proxy };
  const isOfNetwork = problem === 'refused' || problem === 'opens-tls';
  return words(
    { id: `failure.proxy.${problem}`, values },
    isOfNetwork ? { id: 'failure.who.network' } : YOU,
    { id: `failure.proxy.next.${problem}`, values },
    { technical: [stage, host, proxy, ...(status === null ? [] : [`HTTP ${status}`])].join(' · ') },
  );
}

function wordNotPrinted(technical: string): FailureWords {
  return words({ id: 'failure.not-printed' }, YOU, { id: 'failure.not-printed.next' }, { technical });
}
