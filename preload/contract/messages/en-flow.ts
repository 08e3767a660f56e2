/** The words of the flow page, in ICU message syntax. */
export const enFlow = {
  'flow.title.asking': 'Asking {provider}',
  'flow.title.at-provider': 'Your turn at {provider}',
  'flow.title.exchanging': 'Collecting the consent',
  'flow.title.reading': 'Reading what you share',
  'flow.title.done': 'You agreed, {provider} granted it',
  'flow.title.failed': 'It did not work',
  'flow.title.declined': 'You declined',
  'flow.title.expired': 'The request ran out',
  'flow.title.cancelled': 'Cancelled',
  'flow.step': 'Connect to {provider}, step 3 of 3',

  'flow.lead.asking':
    'Countersign is handing your request to {provider}. Nothing of yours has been read yet.',
  'flow.lead.at-provider':
    'Sign in and decide on the page of {provider} that has opened. Countersign cannot see that page; it waits here until the page sends you back.',
  'flow.lead.exchanging': 'You are back from {provider}. Countersign is turning your answer into access.',
  'flow.lead.reading': 'Countersign is reading the consent and the accounts that you chose.',
  'flow.lead.done': 'Opening your consent…',

  'flow.host': 'The page is at {host}. Check that address before you type anything.',
  'flow.left': '{seconds, plural, one {# second} other {# seconds}} left to open the page.',
  'flow.left.none':
    'The link to the page has run out. If the page is open already, go on there. If not, cancel and send the request again.',
  'flow.link': 'When you have decided, the browser asks whether it may open Countersign. Allow it.',
  'flow.link.lost': 'The answer may not find its way back by itself',
  'flow.link.lost.about':
    'As far as Countersign can see, links that begin with {scheme}: do not open it on this computer. When you have decided, copy the whole address that the browser could not open, and paste it below. If the browser shows no such address, cancel, and choose a free port of this computer for {provider}.',
  'flow.foreign': 'An answer that is not from {provider} was ignored',
  'flow.foreign.about':
    '{count, plural, one {Something} other {# times something}} on this computer sent an answer that does not belong to your request. Nothing of it was used. Countersign still waits for {provider}.',
  'flow.kept':
    'The consent was granted and is kept. Nothing of it has been read yet; you can read it again or stop it.',
  'flow.consent': 'Go to the consent',
  'flow.waits': 'Countersign waits until {when}.',

  'flow.steps': 'The seven steps',
  'flow.lane.you': 'You',
  'flow.lane.recipient': 'Countersign',
  'flow.lane.provider': 'The bank',
  'flow.actor': 'Who: {actor}',

  'flow.step.ask': 'Sends your request to {provider}',
  'flow.step.sign-in': 'Sign in at {provider}',
  'flow.step.consent-page': 'Shows you what is asked for',
  'flow.step.choose-accounts': 'Choose the accounts',
  'flow.step.decide': 'Share or decline',
  'flow.step.exchange': 'Turns your answer into access',
  'flow.step.read': 'Reads the consent and the accounts',

  'flow.standards.ask':
    'Discovery RFC 8414 · pushed request (PAR) RFC 9126 with authorization_details (RAR) RFC 9396 · PKCE S256 RFC 7636 · mutual TLS RFC 8705',
  'flow.standards.sign-in': 'Authorization endpoint with client_id and request_uri alone, RFC 9126 section 4',
  'flow.standards.consent-page': 'fdx_v1.0 consent request, RFC 9396 section 3',
  'flow.standards.choose-accounts': 'FDX resources and data clusters',
  'flow.standards.decide':
    'Redirect to a loopback address, RFC 8252 section 7.3 · state · iss checked, RFC 9207',
  'flow.standards.decide.link':
    'Redirect to a private-use scheme, RFC 8252 section 7.1 · state · iss checked, RFC 9207',
  'flow.standards.exchange':
    'Code and code_verifier, RFC 7636 · certificate-bound access token over mutual TLS, RFC 8705 section 3 · grant_id',
  'flow.standards.read': 'FDX GET /consents and GET /accounts over mutual TLS',

  'flow.state.todo': 'Later',
  'flow.state.active': 'Now',
  'flow.state.at-provider': 'Out of sight',
  'flow.state.done': 'Done',
  'flow.state.failed': 'Failed',
  'flow.state.declined': 'Declined',
  'flow.state.stopped': 'Stopped',
  'flow.state.unreached': 'Not reached',
  'flow.state.unseen': 'Out of sight',
  'flow.wire': 'On the wire',
  'flow.wire.step': 'On the wire: {step}',
  'flow.duration.ms': '{count, number} ms',
  'flow.duration.s': '{count, number, ::.0} s',

  'flow.cancel': 'Cancel',
  'flow.reopen': 'Open the bank page again',
  'flow.reopened': 'The page was opened again.',
  'flow.again': 'Try again',
  'flow.register': 'Register again',
  'flow.provider': 'Open the provider’s page',
  'flow.profile': 'Change the provider’s profile',
  'flow.change': 'Change the request',
} as const;
