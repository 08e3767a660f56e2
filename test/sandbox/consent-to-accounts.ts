import { bankCustomer, type Sharing } from '../helpers/bank-customer';
import { consentRequest, type JsonAnswer, type TestClient } from './test-client';

/** A consent that was given, with the answer to the token request. */
export interface Granted {
  readonly grantId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly token: JsonAnswer;
  readonly callbackUrl: string;
  readonly verifier: string;
}

export interface Asking extends Sharing {
  readonly request?: object;
  readonly customer?: string;
}

/** Asks for 90 days of what the tutorial asks for, unless told otherwise. */
export const NINETY_DAYS = consentRequest({ durationType: 'TIME_BOUND', durationPeriod: 90 });

/** Walks from the pushed request to the tokens. */
export async function obtainConsent(client: TestClient, asking: Asking = {}): Promise<Granted> {
  const { request = NINETY_DAYS, customer = 'Alex Rivera', ...sharing } = asking;
  const { authorizeUrl, verifier } = await client.push(request);
  const person = bankCustomer(client.descriptor);
  await person.open(authorizeUrl);
  await person.signInAs(customer);
  const callbackUrl = await person.share(sharing);
  const token = await client.exchange(callbackUrl, verifier);
  return {
    grantId: String(token.body['grant_id']),
    accessToken: String(token.body['access_token']),
    refreshToken: String(token.body['refresh_token']),
    token,
    callbackUrl,
    verifier,
  };
}
