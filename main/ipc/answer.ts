import {
  type Input,
  ipcContract,
  type Operation,
  type Operations,
  type Reply,
} from '../../preload/contract/ipc-contract';
import { fail, ok } from '../../preload/contract/result';

/** Records the cause where the person can find it and returns a reference to show them. */
export type ReportUnexpected = (cause: unknown) => string;

/**
 * Answers one request from the window: check the input, do the work, check the output.
 *
 * @param input whatever arrived over IPC; assumed hostile until it matches the contract
 * @returns always a Reply. It never rejects, because a rejection loses its type in transit.
 */
export async function answer<Op extends Operation>(
  operation: Op,
  input: unknown,
  handlers: Operations,
  reportUnexpected: ReportUnexpected,
): Promise<Reply<Op>> {
  const shape = ipcContract[operation];

  const request = shape.input.safeParse(input);
  if (!request.success) {
    const field = request.error.issues[0]?.path.join('.') || '(root)';
    return fail({ kind: 'bad-request', field });
  }

  try {
    const reply = await handlers[operation](request.data as Input<Op>);
    return reply.ok ? ok(shape.output.parse(reply.value) as typeof reply.value) : reply;
  } catch (cause) {
    return fail({ kind: 'unexpected', logReference: reportUnexpected(cause) });
  }
}
