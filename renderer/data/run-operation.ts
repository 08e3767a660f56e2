import type { Failure } from '../../preload/contract/failure';
import { fail, type Result } from '../../preload/contract/result';

/**
 * Asks main and always gets an answer. A bridge that rejects is a fault of ours
 * that main could not even log, so it gets a reference that says where it happened.
 */
export async function runOperation<Value>(
  ask: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  try {
    return await ask();
  } catch {
    return fail({ kind: 'unexpected', logReference: 'window' });
  }
}
