import { createDataServer } from '../../main/data/serve';
import type { DataProcess } from '../../main/ports/data-process';

/** The data process without a process of its own: the same database and the same answers. */
export function inProcessData(): DataProcess {
  const server = createDataServer();
  return {
    ask: async (verb, input) => server.answer(verb, structuredClone(input)),
    close: async () => server.close(),
  };
}
