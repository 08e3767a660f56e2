import { ipcContract } from '../../preload/contract/ipc-contract';
import type { Operation, Operations } from '../../preload/contract/ipc-contract';

/**
 * Operations that wait for the real ones. Lets the window load while the stores and the vault are opened:
 * its first question is answered as soon as they are.
 */
export function deferredOperations(pending: Promise<Operations>): Operations {
  const defer = (operation: Operation) => async (input: never) => (await pending)[operation](input);
  const names = Object.keys(ipcContract) as Operation[];
  // One line per operation by hand would say nothing: the contract is the list.
  return Object.fromEntries(names.map((name) => [name, defer(name)])) as unknown as Operations;
}
