import type { Route } from './route';

/** The routes that the person has been on; the last of `behind` is the one before this. */
export interface History {
  readonly behind: readonly Route[];
  readonly here: Route;
  readonly hasMoved: boolean;
}

export type Move =
  | { readonly kind: 'go'; readonly to: Route }
  /** Takes the place of the current page, which has done its work. */
  | { readonly kind: 'replace'; readonly to: Route }
  | { readonly kind: 'back' };

/** Pages to remember; nobody goes back further. */
const DEPTH = 50;

export const START: History = { behind: [], here: { page: 'welcome' }, hasMoved: false };

/** Where a move leads. */
export function move(history: History, step: Move): History {
  switch (step.kind) {
    case 'go':
      return { behind: [...history.behind, history.here].slice(-DEPTH), here: step.to, hasMoved: true };
    case 'replace':
      return { ...history, here: step.to, hasMoved: true };
    case 'back': {
      const here = history.behind.at(-1);
      return here === undefined ? history : { behind: history.behind.slice(0, -1), here, hasMoved: true };
    }
  }
}
