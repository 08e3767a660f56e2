import type { Fault, OwnFacts } from './hostile-provider';
import { type Answer, type JsonObject, withMembers } from './provider-answer';
import type { Endpoint } from './right-provider';

type Change = (right: Answer, own: OwnFacts) => Answer | 'silence' | 'hang-up';

/** Answers wrongly at one endpoint. */
export function at(endpoint: Endpoint, change: Change): Fault {
  return { answers: { [endpoint]: change } };
}

/** Changes members of the metadata. */
export function metadata(change: (own: OwnFacts) => JsonObject): Fault {
  return at('discovery', (right, own) => withMembers(change(own))(right));
}

/** Changes the query of the address that the browser is sent back to. */
export function callback(change: (query: URLSearchParams, own: OwnFacts) => void): Fault {
  return {
    sendsBack: (right, own) => {
      const back = new URL(right);
      change(back.searchParams, own);
      return back.href;
    },
  };
}

/** Does wrong only in some of its answers, counted from 1. */
export function onlyAt(isWrong: (count: number) => boolean, change: Change): Change {
  let count = 0;
  return (right, own) => {
    count += 1;
    return isWrong(count) ? change(right, own) : right;
  };
}

/** Right the first time, when the code is exchanged, and wrong from then on. */
export function afterTheFirst(change: Change): Change {
  return onlyAt((count) => count > 1, change);
}
