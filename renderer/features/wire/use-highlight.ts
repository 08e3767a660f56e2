import { type RefObject, useEffect } from 'react';

/** More than a person reads; each is a range that the browser keeps up to date. */
const MAX_HITS = 1000;
const NAME = 'wire-search';

/** Marks a text wherever it stands in a place, without a change to the page itself. @see CSS Custom Highlight API 1 */
export function useHighlight(place: RefObject<HTMLElement | null>, text: string): void {
  useEffect(() => {
    const { current } = place;
    const wanted = text.trim().toLowerCase();
    if (current === null || wanted === '') return undefined;
    const mark = () => void CSS.highlights.set(NAME, new Highlight(...rangesIn(current, wanted)));
    mark();
    // What is shown changes with each tab, and with what arrives late.
    const watcher = new MutationObserver(mark);
    watcher.observe(current, { childList: true, subtree: true, characterData: true });
    return () => {
      watcher.disconnect();
      CSS.highlights.delete(NAME);
    };
  }, [place, text]);
}

/** What came over the wire; our own words about it are not what is looked for. */
const TEXTS = 'code, pre, tbody th, .wire-address';

function rangesIn(place: HTMLElement, wanted: string): readonly Range[] {
  return [...place.querySelectorAll(TEXTS)].flatMap((text) => rangesOf(text, wanted)).slice(0, MAX_HITS);
}

function rangesOf(element: Element, wanted: string): readonly Range[] {
  const text = element.textContent;
  const lower = text.toLowerCase();
  // A few letters become two in lower case, and their places would not be the text's own.
  const shown = lower.length === text.length ? lower : text;
  const ranges: Range[] = [];
  for (let at = shown.indexOf(wanted); at !== -1; at = shown.indexOf(wanted, at + wanted.length)) {
    const range = rangeOf(element, at, at + wanted.length);
    if (range !== null) ranges.push(range);
    if (ranges.length >= MAX_HITS) return ranges;
  }
  return ranges;
}

/** A range by its places in the element's whole text, which may lie in pieces: a long name has breaks in it. */
function rangeOf(element: Element, start: number, end: number): Range | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = new Range();
  let before = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (start >= before && start < before + length) range.setStart(node, start - before);
    if (end > before && end <= before + length) {
      range.setEnd(node, end - before);
      return range;
    }
    before += length;
  }
  return null;
}
