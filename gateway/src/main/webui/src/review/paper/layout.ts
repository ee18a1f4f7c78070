// How the document is drawn: paragraphs of pieces, each of which knows whose words it shows.

import type { Doubt, Proposal, ReviewView, Span } from '../../api/review';
import { cut } from './cut';

const LONGEST_HEADING = 80;

export interface Mark {
  start: number;
  words: string;
  /** The proposals whose words these are; empty where only a doubt, or nothing, lies on them. */
  of: number[];
  doubts: Doubt[];
  /** Whether one of the spans ends here, where the number of several is said. */
  isLast: boolean;
}

export interface Paragraph {
  node: string;
  kind: 'front' | 'title' | 'back' | 'heading' | 'body';
  start: number;
  marks: Mark[];
  of: number[];
}

type Stretch = { span: Span; proposal?: number; doubt?: Doubt };

export function paragraphsOf(view: ReviewView, proposals: Iterable<Proposal>): Paragraph[] {
  const spans: Stretch[] = [
    ...[...proposals].map(({ proposal, span }) => ({ proposal, span })),
    ...view.doubts.map((doubt) => ({ doubt, span: doubt.span })),
  ];
  const headings = view.sections.flatMap(({ heading }) => (heading ? [heading.start] : []));
  return outermost(view.paragraphs).map(({ span, node }) => {
    const marks = cut(span.start, span.end, spans).map((piece) => markOf(piece, view.text));
    const of = [...new Set(marks.flatMap((mark) => mark.of))];
    return { node, kind: kindOf(span, node, headings), start: span.start, marks, of };
  });
}

function markOf({ start, end, of }: Span & { of: Stretch[] }, text: string): Mark {
  return {
    start,
    words: text.slice(start, end),
    of: of.flatMap(({ proposal }) => (proposal === undefined ? [] : [proposal])),
    doubts: of.flatMap(({ doubt }) => (doubt ? [doubt] : [])),
    isLast: of.some(({ span }) => span.end === end),
  };
}

function kindOf({ start, end }: Span, node: string, headings: number[]): Paragraph['kind'] {
  if (node === 'front' || node === 'title' || node === 'back') return node;
  const isShort = end - start <= LONGEST_HEADING;
  return headings.some((at) => at === start || (isShort && at >= start && at < end)) ? 'heading' : 'body';
}

/** A page's number may be a paragraph of its own within another; it is drawn there and not again. */
function outermost<T extends { span: Span }>(paragraphs: T[]): T[] {
  let drawn = 0;
  return [...paragraphs]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      const isNew = span.end > drawn;
      drawn = Math.max(drawn, span.end);
      return isNew;
    });
}
