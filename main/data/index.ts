import type { DataVerb, DataVerbs } from '../ports/data-process';
import { createDataServer } from './serve';

/**
 * The data process: takes one question at a time from main, in the order in which they come. It opens no connection to
 * anywhere and is handed the database's key by message, never by argument or environment.
 */

/** A question, with the number that its answer carries. */
export interface DataRequest {
  readonly id: number;
  readonly verb: DataVerb;
  readonly input: DataVerbs[DataVerb]['input'];
}

const server = createDataServer();
const port = process.parentPort;

port.on('message', ({ data }: { readonly data: DataRequest }) => {
  const { id, verb, input } = data;
  try {
    port.postMessage({ id, result: server.answer(verb, input) });
  } catch (cause) {
    port.postMessage({ id, thrown: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
  }
});
