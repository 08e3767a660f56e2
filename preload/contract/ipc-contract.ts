import type { z } from 'zod';

import type { appContract } from './areas/app';
import type { consentsContract } from './areas/consents';
import type { credentialsContract } from './areas/credentials';
import type { flowContract } from './areas/flow';
import type { moneyContract } from './areas/money';
import type { providersContract } from './areas/providers';
import type { secretsContract } from './areas/secrets';
import type { wireContract } from './areas/wire';
import type { Failure } from './failure';
import type { Result } from './result';

/**
 * Everything the window may ask of the main process, one entry per operation; by type alone, because the shapes of an
 * area are loaded when something of it is asked for the first time (`operations.ts`).
 *
 * An operation has the same name here, in the preload bridge, in the handler table
 * and in the hook that calls it, so searching for the name finds the whole path.
 * Both directions are strict: an unknown input key is refused, and an unknown output
 * key is a bug that stops the reply, so a token cannot ride along by accident.
 */
type IpcContract = typeof appContract &
  typeof secretsContract &
  typeof providersContract &
  typeof flowContract &
  typeof consentsContract &
  typeof moneyContract &
  typeof wireContract &
  typeof credentialsContract;

export type Operation = keyof IpcContract;
export type Input<Op extends Operation> = z.infer<IpcContract[Op]['input']>;
export type Output<Op extends Operation> = z.infer<IpcContract[Op]['output']>;
export type Reply<Op extends Operation> = Result<Output<Op>, Failure>;

/** What main implements and what the preload forwards: one function per operation. */
export type Operations = { readonly [Op in Operation]: (input: Input<Op>) => Promise<Reply<Op>> };

/** What may have changed. A notice carries no data: the window asks again. */
export const TOPICS = ['flow', 'consents', 'secrets', 'wire', 'providers', 'credentials', 'money'] as const;
export type Topic = (typeof TOPICS)[number];

/** What the preload exposes as `window.bridge`, and what a test fakes. */
export type Bridge = Operations & {
  /** Calls the listener whenever something of a topic changed; returns how to stop that. */
  readonly onChanged: (listener: (topic: Topic) => void) => () => void;
};
