import { type LinkRedirect, PRIVATE_USE_SCHEME } from '../../../preload/contract/private-use-scheme';
import type { ProviderFindings } from '../../../preload/contract/provider-offer';
import {
  type KeyNames,
  providerDraft,
  type ProviderDraft,
  type Redirect,
} from '../../../preload/contract/provider-shapes';
import type { Phrase } from '../../ui/words';
import { problemsOfIssues } from './profile-problems';

/** A provider as it stands in the form: everything is what the person sees. */
export interface ProviderForm {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly fdxBaseUrl: string;
  readonly caPem: string;
  readonly scopesFrom: 'usual' | 'other';
  readonly scopes: string;
  readonly authorizationDetailsType: string;
  readonly issuerInAnswer: ProviderDraft['issuerInAnswer'];
  readonly issuerInErrors: ProviderDraft['issuerInErrors'];
  readonly signedAnswer: ProviderDraft['signedAnswer'];
  readonly authorizationDetails: ProviderDraft['authorizationDetails'];
  readonly requestObject: ProviderDraft['requestObject'];
  /** What was chosen of `viewKeys`' options; empty before the person chose. */
  readonly key: string;
  readonly clientAuthentication: ProviderDraft['clientAuthentication'];
  readonly tokenBinding: ProviderDraft['tokenBinding'];
  readonly kidFrom: 'thumbprint' | 'other' | 'none';
  readonly signingKid: string;
  readonly returnsBy: 'free-port' | 'fixed-port' | 'link';
  readonly host: Exclude<Redirect, LinkRedirect>['host'];
  readonly port: string;
  readonly path: string;
}

/** Where the value of a field came from. */
type Origin = 'metadata' | 'typed' | 'profile' | 'usual' | 'missing';
export type Origins = { readonly [Field in keyof ProviderForm]?: Origin };

/** The form of a provider that nothing is known of. */
export const EMPTY_FORM: ProviderForm = {
  name: '',
  issuer: '',
  clientId: '',
  fdxBaseUrl: '',
  caPem: '',
  scopesFrom: 'usual',
  scopes: '',
  authorizationDetailsType: 'fdx_v1.0',
  issuerInAnswer: 'required',
  issuerInErrors: 'as-promised',
  signedAnswer: 'as-announced',
  authorizationDetails: 'sent',
  requestObject: 'as-announced',
  key: '',
  clientAuthentication: 'self_signed_tls_client_auth',
  tokenBinding: 'certificate',
  kidFrom: 'thumbprint',
  signingKid: '',
  returnsBy: 'free-port',
  host: '127.0.0.1',
  port: '',
  path: '/callback',
};

/** A known provider as a form. */
export function formOf(draft: ProviderDraft): ProviderForm {
  const { name, issuer, clientId, fdxBaseUrl, authorizationDetailsType, issuerInAnswer } = draft;
  return {
    name,
    issuer,
    clientId,
    fdxBaseUrl,
    authorizationDetailsType,
    issuerInAnswer,
    issuerInErrors: draft.issuerInErrors,
    signedAnswer: draft.signedAnswer,
    authorizationDetails: draft.authorizationDetails,
    requestObject: draft.requestObject,
    key: '',
    clientAuthentication: draft.clientAuthentication,
    tokenBinding: draft.tokenBinding,
    kidFrom: draft.signingKid === null ? 'thumbprint' : draft.signingKid === '' ? 'none' : 'other',
    signingKid: draft.signingKid ?? '',
    caPem: draft.caPem ?? '',
    scopesFrom: draft.scopes === null ? 'usual' : 'other',
    scopes: draft.scopes ?? '',
    ...returnFields(draft.redirect),
  };
}

function returnFields(redirect: Redirect): Pick<ProviderForm, 'returnsBy' | 'host' | 'port' | 'path'> {
  const { path } = redirect;
  if (redirect.scheme === PRIVATE_USE_SCHEME)
    return { returnsBy: 'link', host: EMPTY_FORM.host, port: EMPTY_FORM.port, path };
  const { host, port } = redirect;
  return port === null
    ? { returnsBy: 'free-port', host, port: '', path }
    : { returnsBy: 'fixed-port', host, port: String(port), path };
}

/**
 * Fills in what a provider said of itself. What it cannot say stays empty, and is said to be so.
 *
 * @param typed what the person typed to find it
 */
export function formOfFindings(
  typed: Pick<ProviderForm, 'issuer' | 'caPem'>,
  findings: ProviderFindings,
): { readonly form: ProviderForm; readonly origins: Origins } {
  const usual = EMPTY_FORM.authorizationDetailsType;
  const offered = findings.detailTypes.find((type) => type === usual);
  const kindred = findings.detailTypes.find((type) => /^fdx/i.test(type));
  const type = offered ?? kindred;
  // The first is the easiest that it offers.
  const [clientAuthentication] = findings.clientAuthentications;
  const tokenBinding = bindingFor(clientAuthentication ?? EMPTY_FORM.clientAuthentication, findings);
  return {
    form: {
      ...EMPTY_FORM,
      ...typed,
      name: new URL(typed.issuer).hostname,
      authorizationDetailsType: type ?? usual,
      ...(clientAuthentication === undefined ? {} : { clientAuthentication }),
      ...(tokenBinding === undefined ? {} : { tokenBinding }),
    },
    origins: {
      issuer: 'typed',
      caPem: 'typed',
      fdxBaseUrl: 'missing',
      authorizationDetailsType: type === undefined ? 'usual' : 'metadata',
      clientAuthentication: clientAuthentication === undefined ? 'usual' : 'metadata',
      tokenBinding: tokenBinding === undefined ? 'usual' : 'metadata',
    },
  };
}

/**
 * What goes together: whoever shows a certificate has tokens bound to it, and whoever signs has them bound to the
 * key, if the provider can. Servers that offer both often do not let a client mix them.
 *
 * @returns nothing where the provider does not say that it can do either
 */
function bindingFor(
  clientAuthentication: ProviderForm['clientAuthentication'],
  { tokenBindings: offered }: ProviderFindings,
): ProviderForm['tokenBinding'] | undefined {
  const fitting = clientAuthentication === 'private_key_jwt' ? 'dpop' : 'certificate';
  return offered.find((one) => one === fitting) ?? (fitting === 'certificate' ? undefined : offered[0]);
}

/** What is wrong with a form, by field; in the order of the form. */
export type FormProblems = ReadonlyMap<keyof ProviderForm, Phrase>;

/** What the form says, or what of it can't be taken. */
export function readForm(
  form: ProviderForm,
):
  | { readonly ok: true; readonly draft: ProviderDraft }
  | { readonly ok: false; readonly problems: FormProblems } {
  const { name, issuer, clientId, fdxBaseUrl, authorizationDetailsType, issuerInAnswer } = form;
  const read = providerDraft.safeParse({
    name,
    issuer: issuer.trim(),
    clientId: clientId.trim(),
    fdxBaseUrl: fdxBaseUrl.trim(),
    authorizationDetailsType: authorizationDetailsType.trim(),
    issuerInAnswer,
    issuerInErrors: form.issuerInErrors,
    signedAnswer: form.signedAnswer,
    authorizationDetails: form.authorizationDetails,
    requestObject: form.requestObject,
    clientAuthentication: form.clientAuthentication,
    tokenBinding: form.tokenBinding,
    signingKid: signingKidOf(form),
    caPem: form.caPem.trim() === '' ? null : form.caPem,
    scopes: form.scopesFrom === 'usual' ? null : form.scopes.trim(),
    redirect: redirectOf(form),
  });
  if (read.success) return { ok: true, draft: read.data };
  const problems = problemsOfIssues(read.error.issues).map(({ member, message }) => {
    const field = fieldOf(member);
    // What was left empty is not an address that is wrong.
    const isEmpty = form[field].trim() === '';
    return [field, isEmpty ? ({ id: 'providers.problem.missing' } as const) : message] as const;
  });
  // The first of a field is the plainest.
  return { ok: false, problems: new Map(problems.toReversed()) };
}

/**
 * The profile as a file, to be kept or shared. It holds no secret because a draft has none.
 *
 * @param key public names of the key that the provider knows; null where there is none
 */
export function exportText(draft: ProviderDraft, key: KeyNames | null): string {
  return `${JSON.stringify(key === null ? draft : { ...draft, key }, null, 2)}\n`;
}

/** A name for a file of this provider, which every system takes. */
export function fileNameOf(name: string, what: string, extension: 'json' | 'pdf' = 'json'): string {
  const plain = name
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, 60);
  return `${plain === '' ? 'provider' : plain} ${what}.${extension}`.replace(/^[ _-]+/, '');
}

/** Undefined where one is to be sent and none was typed: the schema then says that it is needed. */
function signingKidOf({ kidFrom, signingKid }: ProviderForm): string | null | undefined {
  if (kidFrom === 'thumbprint') return null;
  return kidFrom === 'none' ? '' : signingKid.trim() || undefined;
}

/** What of the redirect the form shows; it is not checked yet. */
function redirectOf({ returnsBy, host, port, ...form }: ProviderForm): object {
  const path = form.path.trim();
  switch (returnsBy) {
    case 'free-port':
      return { host: EMPTY_FORM.host, port: null, path };
    case 'fixed-port':
      return { host, port: portOf(port), path };
    case 'link':
      return { scheme: PRIVATE_USE_SCHEME, path };
  }
}

function portOf(text: string): number {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : 0;
}

function fieldOf(member: string): keyof ProviderForm {
  const field = member.replace(/^redirect\./, '');
  return field in EMPTY_FORM ? (field as keyof ProviderForm) : 'name';
}
