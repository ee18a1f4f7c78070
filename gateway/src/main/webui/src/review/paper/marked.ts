// Words that somebody marked in the document, as a place in its text.

import type { Span } from '../../api/review';

export interface Marked extends Span {
  quote: string;
}

/** Each mark is an element that says where it begins (data-start) and holds one piece of the text. */
const startOf = (node: Node | null | undefined): number | null => {
  const mark = node instanceof Element ? node : node?.parentElement;
  const start = (mark?.closest('[data-start]') as HTMLElement | null)?.dataset.start;
  return start === undefined ? null : Number(start);
};

/** Where the page's selection lies in the text; null if it is empty or elsewhere. */
export function markedIn(host: HTMLElement, text: string): Marked | null {
  const chosen = getSelection();
  if (!chosen?.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  if (!host.contains(range.commonAncestorContainer)) return null;
  const start = place(host, range.startContainer, range.startOffset);
  const end = place(host, range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : trimmed(text, start, end);
}

/** A border may lie between elements; then the text that follows it, or else the last before it, tells. */
function place(host: HTMLElement, node: Node, offset: number): number | null {
  if (node.nodeType === Node.TEXT_NODE) {
    const start = startOf(node);
    if (start !== null) return start + offset;
  }
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  const edge = document.createRange();
  edge.setStart(node, offset);
  let end: number | null = null;
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const start = startOf(text);
    if (start === null) continue;
    if (edge.comparePoint(text, 0) >= 0) return start;
    end = start + (text.textContent?.length ?? 0);
  }
  return end;
}

export function trimmed(text: string, start: number, end: number): Marked | null {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return from < to ? { start: from, end: to, quote: text.slice(from, to) } : null;
}

/** The marked words' own place while they are the same; else the first such words within the item. */
export function located(
  text: string,
  quote: string,
  marked: Marked | null,
  within: Span[] | null,
): Marked | null {
  if (!quote) return null;
  if (marked?.quote === quote) return marked;
  for (const span of within ?? [{ start: 0, end: text.length }]) {
    const start = text.indexOf(quote, span.start);
    if (start >= 0 && start + quote.length <= span.end) return { start, end: start + quote.length, quote };
  }
  return null;
}
