import { utilityProcess, type UtilityProcess } from 'electron';

import { fail, type Result } from '../../preload/contract/result';
import type { DataProcess } from '../ports/data-process';

interface Waiting {
  readonly resolve: (result: Result<never, never>) => void;
  readonly reject: (cause: Error) => void;
}

interface DataReply {
  readonly id: number;
  readonly result?: Result<never, never>;
  readonly thrown?: string;
}

/**
 * The data process: parses what main fetched and keeps it. It is started with the first question, and again after it
 * has died; what had been kept is still there.
 *
 * @param entry the built `data/index.js`
 */
export function dataProcess(entry: string): DataProcess {
  let child: UtilityProcess | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  const start = (): UtilityProcess => {
    const started = utilityProcess.fork(entry, [], { serviceName: 'Countersign data', stdio: 'inherit' });
    started.on('message', ({ id, result, thrown }: DataReply) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (result !== undefined) one?.resolve(result);
      else one?.reject(new Error(`the data process failed: ${thrown ?? ''}`));
    });
    started.once('exit', () => {
      child = null;
      for (const one of waiting.values()) one.resolve(fail({ kind: 'data-process-ended' }) as never);
      waiting.clear();
    });
    return started;
  };

  return {
    ask: (verb, input) =>
      new Promise((resolve, reject) => {
        child ??= start();
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        child.postMessage({ id: lastId, verb, input });
      }),
    close: async () => {
      child?.kill();
      child = null;
    },
  };
}
