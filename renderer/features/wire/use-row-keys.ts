import { type KeyboardEvent, useState } from 'react';

/** The row that a key leads to, or null when the key leads nowhere. */
export function nextRow(key: string, at: number, count: number): number | null {
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key];
  if (next === undefined || next < 0 || next >= count) return null;
  return next;
}

interface RowKeys {
  readonly ids: readonly string[];
  readonly openId: string | null;
  /** Called with the row that the person has come to while an exchange is open. */
  readonly onFollow: (exchangeId: string) => void;
}

/**
 * One stop of the Tab key for the whole list, however long; the arrow keys go from row to row.
 *
 * @see WAI-ARIA Authoring Practices, "Managing focus within components using a roving tabindex"
 */
export function useRowKeys({ ids, openId, onFollow }: RowKeys) {
  const [atId, setAtId] = useState<string | null>(null);
  const stopId = [openId, atId].find((id) => id !== null && ids.includes(id)) ?? ids[0] ?? null;

  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = ids.findIndex((id) => id === (event.target as HTMLElement).dataset['exchange']);
    const next = at === -1 ? null : nextRow(event.key, at, ids.length);
    const id = next === null ? undefined : ids[next];
    if (id === undefined) return;
    event.preventDefault(); // the arrow keys would scroll the page
    event.currentTarget.querySelector<HTMLElement>(`[data-exchange="${CSS.escape(id)}"]`)?.focus();
    if (openId !== null) onFollow(id);
  };
  return { stopId, press, setAtId };
}
