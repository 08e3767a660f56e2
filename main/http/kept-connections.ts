import type { OnResume } from '../ports/resume';

export interface KeepingOptions<Connections> {
  /** Which network this computer is in; another text is another network. */
  readonly network: () => string;
  readonly onResume: OnResume;
  readonly open: () => Promise<Connections>;
  /** Lets what is under way come to its end. */
  readonly endGently: (connections: Connections) => Promise<void>;
  readonly endAtOnce: (connections: Connections) => Promise<void>;
}

export interface KeptConnections<Connections> {
  readonly use: <Value>(call: (connections: Connections) => Promise<Value>) => Promise<Value>;
  readonly close: () => Promise<void>;
  /** Keeps none from now on; whoever still calls gets some for that call. */
  readonly retire: () => void;
}

/**
 * Keeps one set of connections for as long as it can be trusted to be alive. After a sleep of the machine, and in
 * another network, the next call opens new ones, and the old ones end with what is under way on them.
 */
export function keepConnections<Connections>(
  options: KeepingOptions<Connections>,
): KeptConnections<Connections> {
  const set = currentSet(options);
  const stopListening = options.onResume(set.leave);
  let isRetired = false;
  let underWay = 0;
  return {
    use: async (call) => {
      underWay += 1;
      try {
        return await call(await set.current());
      } finally {
        underWay -= 1;
        if (isRetired && underWay === 0) set.leave();
      }
    },
    retire: () => {
      isRetired = true;
      stopListening();
      if (underWay === 0) set.leave();
    },
    close: async () => {
      stopListening();
      await set.close();
    },
  };
}

function currentSet<Connections>(options: KeepingOptions<Connections>) {
  const { network, open, endGently, endAtOnce } = options;
  const all = new Set<Promise<Connections>>();
  let current: Promise<Connections> | null = null;
  let place = '';

  function leave(): void {
    const old = current;
    current = null;
    if (old === null) return;
    const forget = () => all.delete(old);
    void old.then(endGently).then(forget, forget);
  }

  return {
    leave,
    current: (): Promise<Connections> => {
      const here = network();
      if (here !== place) leave();
      place = here;
      current ??= open();
      all.add(current);
      return current;
    },
    // Those that could not be opened need no end, and their caller knows why.
    close: () => Promise.all([...all].map((one) => one.then(endAtOnce, () => undefined))),
  };
}
