import type { RegistrationChange } from './provider-shapes';

/** Where in a flow or a later call a provider was when it answered. */
export type Stage =
  | 'discovery'
  | 'registration'
  | 'par'
  | 'authorize'
  | 'token'
  | 'consent'
  | 'accounts'
  | 'transactions'
  | 'revocation';

/** Why no answer came back at all. */
export type Unreachable = 'refused' | 'not-found' | 'timeout' | 'reset' | 'offline';

/** Why TLS did not come about: the first five are about the provider's certificate and its connection. */
export type TlsProblem =
  | 'expired'
  | 'not-yet-valid'
  | 'other-name'
  | 'unknown-authority'
  | 'old-version'
  /** It offers no way of encrypting that is up to date. @see RFC 9325 section 4.2 */
  | 'old-ciphers'
  /** What answers does not speak TLS at all. */
  | 'no-tls'
  /** The provider did not take the certificate of this client. */
  | 'our-certificate'
  /** The provider wants to see a certificate, and this client has none to show there. */
  | 'certificate-wanted'
  | 'other';

/** What is wrong with the way over a proxy. */
export type ProxyProblem =
  | 'unreachable'
  /** It asks who one is (407). */
  | 'sign-in'
  /** It lets nobody through to that address. */
  | 'refused'
  /** It is of a kind that is not spoken here: SOCKS, or HTTP over TLS. */
  | 'unsupported'
  /** Through it came a certificate of an authority that nobody here trusts. */
  | 'opens-tls'
  /** The environment names one that is not used, and the provider has no address here. */
  | 'unused';

/** In what way an answer broke a rule. */
export type Violation =
  /** A part of it is missing, or is not what the standard has there. */
  | 'malformed'
  /** It is packed in a way that was not asked for and that this client does not know. */
  | 'unknown-coding'
  /** It came, and cannot be unpacked. */
  | 'broken-coding'
  /** It is another kind of document, such as a web page. */
  | 'not-json'
  /** It says that it is JSON, and is cut off or damaged. */
  | 'broken-json'
  /** What came back is no answer of a web server. */
  | 'not-http'
  /** It is larger, or nested deeper, than anything real. */
  | 'oversized'
  /** It sends the request on to another place, where nothing is known of who is there. */
  | 'redirected'
  /** It speaks in the name of another provider. */
  | 'other-issuer'
  /** It is not the answer to what was asked. */
  | 'other-answer'
  /** It should be signed and is not, or in a way that can't be checked: not by a key of the provider, of a kind that can be forged, or unreadable. */
  | 'signature'
  /** It gives more than the person agreed to. */
  | 'wider'
  /** It belongs to another consent. */
  | 'other-consent'
  /** It could not be used without giving protection away. */
  | 'unsafe';

/**
 * Every way a request from the window can fail, as plain data.
 *
 * Electron serialises a thrown Error across IPC to its message only, so a failure
 * the screen must react to is returned, never thrown. A failure carries what the
 * person can act on; it never carries a token, a key, a response body or a stack.
 * Texts of a provider (`code`, `description`) were cut to a length and stripped of
 * control characters before they got here, and are shown as text.
 */
export type Failure =
  | { readonly kind: 'bad-request'; readonly field: string }
  | { readonly kind: 'unexpected'; readonly logReference: string }
  | {
      readonly kind: 'provider-unreachable';
      readonly providerName: string;
      readonly host: string;
      readonly stage: Stage;
      readonly reason: Unreachable;
    }
  | {
      readonly kind: 'proxy-trouble';
      readonly providerName: string;
      readonly host: string;
      readonly stage: Stage;
      readonly problem: ProxyProblem;
      /** Host and port of the proxy, or what it is called where it is of another kind. */
      readonly proxy: string;
      /** What it answered; null where it did not. */
      readonly status: number | null;
    }
  | {
      /** No connection came about that nobody else can read or pretend to be. */
      readonly kind: 'no-secure-connection';
      readonly providerName: string;
      readonly host: string;
      readonly stage: Stage;
      readonly problem: TlsProblem;
      /** The code of the TLS library, for example `CERT_HAS_EXPIRED`. */
      readonly code: string;
    }
  | {
      /** An error answer as the standards define it. */
      readonly kind: 'provider-refused';
      readonly providerName: string;
      readonly stage: Stage;
      /** HTTP status; null for an error that came through the browser. */
      readonly status: number | null;
      readonly code: string;
      readonly description: string | null;
      /** Path of the member of `authorization_details` that the provider named, for example `consentRequest.durationType`. */
      readonly member: string | null;
      /** Set where the client that is not known had proved itself by a signed statement (RFC 7523 section 3). */
      readonly bySignedStatement?: true;
    }
  | {
      /** It has too much to do, and asks to be left alone for longer than a person waits. */
      readonly kind: 'provider-busy';
      readonly providerName: string;
      readonly stage: Stage;
      /** When it may be asked again: epoch milliseconds, UTC. */
      readonly retryAtMs: number;
    }
  | {
      /** An answer that breaks a standard. Nothing of it was kept. */
      readonly kind: 'protocol-violation';
      readonly providerName: string;
      readonly stage: Stage;
      readonly violation: Violation;
      /** The sentence that was broken, with its number, for example `RFC 9126 2.2: status is 201`. */
      readonly rule: string;
      readonly detail: string;
    }
  | {
      /** The provider's metadata lacks what this client will not do without. */
      readonly kind: 'provider-unsuitable';
      readonly providerName: string;
      /** Whether it is the profile that asks for all of it, and could ask for less. */
      readonly isByChoice: boolean;
      readonly missing: readonly string[];
    }
  | {
      /** What is at an address names itself otherwise than the address. Nothing of it was used. */
      readonly kind: 'issuer-differs';
      readonly providerName: string;
      /** Host and port that were asked. */
      readonly host: string;
      /** What it calls itself, which may be what the person meant. @see RFC 8414 section 3.3 */
      readonly issuer: string;
    }
  /** At an address that a person typed no provider says anything of itself. */
  | { readonly kind: 'no-metadata'; readonly host: string; readonly detail: string }
  | { readonly kind: 'declined'; readonly providerName: string }
  | {
      /** It said that access was denied, and lists not all of the scopes that were asked for: nobody may have declined. */
      readonly kind: 'scopes-unknown';
      readonly providerName: string;
      readonly scopes: readonly string[];
      readonly code: string;
      readonly description: string | null;
    }
  | { readonly kind: 'request-expired'; readonly providerName: string }
  | { readonly kind: 'flow-cancelled' }
  | { readonly kind: 'flow-unknown' }
  | { readonly kind: 'no-free-port' }
  | { readonly kind: 'port-taken'; readonly port: number }
  | { readonly kind: 'browser-not-opened' }
  | { readonly kind: 'provider-unknown' }
  /** The provider has not told this client's id yet. */
  | { readonly kind: 'not-registered'; readonly providerName: string }
  | {
      /** It refuses this client, which is not any more as it was registered. */
      readonly kind: 'registration-outdated';
      readonly providerName: string;
      readonly stage: Stage;
      readonly changed: readonly RegistrationChange[];
      readonly code: string;
      readonly description: string | null;
    }
  | { readonly kind: 'no-registration-endpoint'; readonly providerName: string }
  /** The certificate authority of a profile is not a certificate in PEM. */
  | { readonly kind: 'authority-unreadable' }
  /** The key that was chosen for a provider cannot prove this client there. */
  | { readonly kind: 'key-unusable'; readonly reason: 'not-held' | 'ended' }
  /** The system could not print; its own words. */
  | { readonly kind: 'not-printed'; readonly reason: string }
  | { readonly kind: 'file-not-read'; readonly reason: 'too-large' | 'not-text' | 'unreadable' }
  /** A pasted address that is not the answer to this flow. */
  | { readonly kind: 'callback-not-ours'; readonly reason: 'no-address' | 'other-address' | 'other-answer' }
  | { readonly kind: 'consent-unknown' }
  | { readonly kind: 'transaction-unknown' }
  | { readonly kind: 'exchange-unknown' }
  | { readonly kind: 'trace-unreadable' }
  | { readonly kind: 'consent-ended'; readonly how: 'expired' | 'revoked' | 'gone' }
  | {
      /** The provider does not find a consent by the id that it gave itself, and it was looked into. */
      readonly kind: 'consent-not-found';
      readonly providerName: string;
      readonly status: 404 | 410;
      /** Whether the tokens still open the accounts; null when that could not be told either. */
      readonly isAccessOpen: boolean | null;
    }
  | { readonly kind: 'access-not-held' }
  | { readonly kind: 'sandbox-failed'; readonly reason: string }
  /** The process that keeps the money ended while it was asked; what it had kept is still there. */
  | { readonly kind: 'data-process-ended' }
  | { readonly kind: 'vault-locked' }
  | { readonly kind: 'wrong-passphrase' }
  | { readonly kind: 'storage-full' }
  /** One file would hold more than is read back. */
  | { readonly kind: 'storage-too-large'; readonly maxBytes: number }
  | { readonly kind: 'storage-failed'; readonly code: string };

/** Makes a switch over a union exhaustive: a forgotten case becomes a type error here. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
