import type { Input, Operation, Operations, Reply } from '../../preload/contract/ipc-contract';
import { shapesOf } from '../../preload/contract/operations';
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
  try {
    const shapes = await shapesOf(operation);
    const request = shapes.input.safeParse(input);
    if (!request.success) {
      const field = request.error.issues[0]?.path.join('.') || '(root)';
      return fail({ kind: 'bad-request', field });
    }
    const reply = await handlers[operation](request.data as Input<Op>);
    return reply.ok ? ok(shapes.output.parse(reply.value) as typeof reply.value) : reply;
  } catch (cause) {
    return fail({ kind: 'unexpected', logReference: reportUnexpected(cause) });
  }
}
