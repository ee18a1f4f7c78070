// The document, drawn once: paragraphs of pieces, each of which knows its place in the text.

import { el } from '../dom.js';
import { t } from '../words.js';
import { cut } from './cut.js';
import { isLow, isUndecided, standOf } from './model.js';

const URGENCY = ['proposed', 'edited', 'accepted', 'result', 'rejected'];
const LONGEST_HEADING = 80;

export class Paper {
  #host;
  #choose;
  #review = null;
  #pieces = new Map(); // a proposal's number: the marks that show its words
  #shown = new Map(); // a mark: the numbers and doubts that it shows
  #places = new WeakMap(); // a text node: where it begins in the text
  #current = null;

  constructor(host, choose) {
    this.#host = host;
    this.#choose = choose;
    host.addEventListener('click', (event) => this.#clicked(event));
  }

  draw(review) {
    this.#review = review;
    this.#pieces = new Map();
    this.#shown = new Map();
    review.byNumber.forEach((one, number) => this.#pieces.set(number, []));
    const spans = [
      ...review.ordered.map(({ proposal, span }) => ({ proposal, span })),
      ...review.doubts.map((doubt) => ({ doubt, span: doubt.span })),
    ];
    const headings = new Set(review.sections.map((one) => one.heading?.start));
    this.#host.replaceChildren(...outermost(review.paragraphs).map((one) => this.#paragraph(one, spans, headings)));
    this.refresh([...this.#pieces.keys()]);
  }

  /** Brings the marks of these proposals up to date; draws anew if one has none yet. */
  refresh(numbers) {
    if (numbers.some((one) => !this.#pieces.has(one))) {
      this.draw(this.#review);
      return;
    }
    new Set(numbers.flatMap((one) => this.#pieces.get(one) ?? [])).forEach((mark) => this.#dress(mark));
  }

  /** Shows where a proposal's words stand. */
  show(number, scroll = true) {
    this.#host.querySelectorAll('.current').forEach((mark) => mark.classList.remove('current'));
    this.#current = number;
    const marks = this.#pieces.get(number) ?? [];
    marks.forEach((mark) => mark.classList.add('current'));
    if (scroll) marks[0]?.scrollIntoView({ block: 'center' });
  }

  showNode(path) {
    const place = [...this.#host.children].find((one) => one.dataset.node === path);
    place?.scrollIntoView({ block: 'start' });
  }

  /** Where a selection lies in the text; null if it is empty or elsewhere. */
  selection() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!this.#host.contains(range.commonAncestorContainer)) return null;
    const start = this.#offset(range.startContainer, range.startOffset);
    const end = this.#offset(range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : trimmed(this.#review.text, start, end);
  }

  #paragraph({ span, node }, spans, headings) {
    const isHeading = headings.has(span.start) || (span.end - span.start <= LONGEST_HEADING && [...headings].some((at) => at >= span.start && at < span.end));
    const kind = ['front', 'title', 'back'].includes(node) ? node : isHeading ? 'heading' : 'body';
    const pieces = cut(span.start, span.end, spans).map((piece) => this.#piece(piece));
    return el('p', { class: `para ${kind}`, 'data-node': node }, ...pieces);
  }

  #piece({ start, end, of }) {
    const words = document.createTextNode(this.#review.text.slice(start, end));
    this.#places.set(words, start);
    if (!of.length) return words;
    const mark = el('mark', {}, words);
    const numbers = of.filter((one) => one.proposal !== undefined).map((one) => one.proposal);
    this.#shown.set(mark, { numbers, doubts: of.filter((one) => one.doubt).map((one) => one.doubt), last: of.some((one) => one.span.end === end) });
    numbers.forEach((one) => this.#pieces.set(one, [...(this.#pieces.get(one) ?? []), mark]));
    if (!numbers.length) this.#dress(mark);
    return mark;
  }

  /** The most urgent of the proposals lends a mark its look. */
  #dress(mark) {
    const { numbers, doubts, last } = this.#shown.get(mark);
    const proposals = numbers.map((one) => this.#review.byNumber.get(one));
    const stands = proposals.map(standOf).sort((a, b) => URGENCY.indexOf(a) - URGENCY.indexOf(b));
    mark.dataset.state = stands[0] ?? 'doubt';
    mark.classList.toggle('doubtful', doubts.length > 0);
    mark.classList.toggle('low', proposals.some(isLow));
    if (numbers.length > 1 && last) mark.dataset.many = numbers.length;
    mark.title = [
      ...proposals.map((one) => `${t(`stand.${standOf(one)}`)} · ${one.target.title}`),
      ...doubts.map((one) => t('doubtHere', { why: one.why[t('short')] })),
    ].join('\n');
  }

  /** On words of several proposals each click goes on to the next, the undecided ones first. */
  #clicked(event) {
    const mark = event.target.closest('mark');
    if (!mark || !getSelection().isCollapsed) return;
    const { numbers } = this.#shown.get(mark);
    if (!numbers.length) return;
    const at = numbers.indexOf(this.#current);
    const first = numbers.find((one) => isUndecided(this.#review.byNumber.get(one))) ?? numbers[0];
    this.#choose(at < 0 ? first : numbers[(at + 1) % numbers.length]);
  }

  #offset(node, offset) {
    if (this.#places.has(node)) return this.#places.get(node) + offset;
    const walker = document.createTreeWalker(this.#host, NodeFilter.SHOW_TEXT);
    const edge = document.createRange();
    edge.setStart(node, offset);
    let end = null;
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (edge.comparePoint(text, 0) >= 0) return this.#places.get(text) ?? end;
      end = this.#places.get(text) + text.length;
    }
    return end;
  }
}

/** A page's number may be a paragraph of its own within another; it is drawn there and not again. */
function outermost(paragraphs) {
  let drawn = 0;
  return paragraphs
    .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      const isNew = span.end > drawn;
      drawn = Math.max(drawn, span.end);
      return isNew;
    });
}

function trimmed(text, start, end) {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from])) from++;
  while (to > from && /\s/.test(text[to - 1])) to--;
  return from < to ? { start: from, end: to, quote: text.slice(from, to) } : null;
}
