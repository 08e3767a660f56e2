import { z } from 'zod';

import { epochMs, foreignText, id } from './basic-shapes';
import { failureShape } from './failure-shape';

/** The seven steps of the FDX consent flow, in order. */
export const FLOW_STEPS = [
  'ask', // 1 PAR with the consent request inside, after discovery
  'sign-in', // 2 the browser goes to the authorization endpoint, the person signs in
  'consent-page', // 3 the provider shows its consent page
  'choose-accounts', // 4 the consent page lists the accounts
  'decide', // 5 share or decline; the browser comes back
  'exchange', // 6 code for tokens over mTLS
  'read', // 7 the consent and the accounts are read
] as const;
export type FlowStepName = (typeof FLOW_STEPS)[number];

const flowStep = z.strictObject({
  name: z.enum(FLOW_STEPS),
  /** `at-provider`: it happens in the browser, where Countersign cannot see it, until the browser comes back. */
  state: z.enum(['todo', 'active', 'at-provider', 'done', 'failed']),
  startedAtMs: epochMs.nullable(),
  endedAtMs: epochMs.nullable(),
});

/** One attempt to get a connection, as the window draws it. */
export const flowView = z.strictObject({
  flowId: id,
  providerId: id,
  providerName: foreignText(120),
  /** Host and port of the page that the person is sent to, for example `127.0.0.1:9443`; null before it is known. */
  providerHost: foreignText(255).nullable(),
  /** How the answer comes: `paste` by the person, because it is a link that this computer does not hand to this app. */
  answerBy: z.enum(['loopback', 'link', 'paste']),
  phase: z.enum(['asking', 'at-provider', 'exchanging', 'reading', 'done', 'failed', 'cancelled']),
  steps: z.array(flowStep).length(FLOW_STEPS.length),
  /** Until when the provider takes the `request_uri`; null before PAR and after the browser came back. */
  requestExpiresAtMs: epochMs.nullable(),
  /** Until when Countersign waits for the browser. */
  waitsUntilMs: epochMs.nullable(),
  /** Answers that came to the redirect URI and did not belong to this flow: none of them was used. */
  foreignAnswers: z.int().min(0),
  failure: failureShape.nullable(),
  connectionId: id.nullable(),
});

export type FlowStep = z.infer<typeof flowStep>;
export type FlowView = z.infer<typeof flowView>;
