// Spans overlap, touch and fall together; a text can be drawn only in pieces that do not.

import type { Span } from '../../api/review';

export interface Piece<T> extends Span {
  /** The spans that cover it. */
  of: T[];
}

/** The pieces of a range between all borders of the spans. */
export function cut<T extends { span: Span }>(start: number, end: number, spans: T[]): Piece<T>[] {
  const inside = spans.filter(({ span }) => span.start < end && span.end > start);
  const borders = new Set([start, end]);
  for (const { span } of inside) {
    borders.add(Math.max(start, span.start));
    borders.add(Math.min(end, span.end));
  }
  const places = [...borders].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1] ?? end;
    return { start: from, end: to, of: inside.filter(({ span }) => span.start <= from && span.end >= to) };
  });
}
