// Spans overlap, touch and fall together; a text can be drawn only in pieces that do not.

/** The pieces of start..end between all borders of the spans, each with the spans that cover it. */
export function cut(start, end, spans) {
  const inside = spans.filter(({ span }) => span.start < end && span.end > start);
  const borders = new Set([start, end]);
  for (const { span } of inside) {
    borders.add(Math.max(start, span.start));
    borders.add(Math.min(end, span.end));
  }
  const places = [...borders].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1];
    return { start: from, end: to, of: inside.filter(({ span }) => span.start <= from && span.end >= to) };
  });
}
