// Proposals in the order in which people go through them, and where each stands.

import type { Proposal, ReviewSection } from '../api/review';

export const LOW = 0.7;

export type Stand = Proposal['state'] | 'result';

export const isUndecided = (one: Proposal): boolean => one.role === 'target' && one.state === 'proposed';

/** proposed, accepted, edited, rejected; or result, which waits for nobody. */
export const standOf = (one: Proposal): Stand =>
  one.role === 'result' && one.state === 'proposed' ? 'result' : one.state;

export const isLow = (one: Proposal): boolean => isUndecided(one) && one.confidence < LOW;

export const isAcceptable = (one: Proposal): boolean =>
  one.role === 'target' && one.state !== 'accepted' && one.state !== 'edited';

/** Whether it can go back to what was read; what a person added was never read. */
export const isReopenable = (one: Proposal | undefined): one is Proposal =>
  one !== undefined && one.state !== 'proposed' && one.origin === 'read';

/** By the outline's order, within an item by the text's. */
export function inOrder(proposals: Iterable<Proposal>, sections: ReviewSection[]): Proposal[] {
  const items = sections.flatMap((section) => section.items.map(({ item }) => item));
  const rank = new Map(items.map((item, at) => [item, at]));
  const rankOf = (one: Proposal) => rank.get(one.item) ?? items.length;
  return [...proposals].sort(
    (a, b) => rankOf(a) - rankOf(b) || a.span.start - b.span.start || a.proposal - b.proposal,
  );
}

/** The nearest undecided one after a proposal, or before it; goes round at the ends. */
export function beside(ordered: Proposal[], current: number | null, step: 1 | -1): Proposal | undefined {
  const here = ordered.findIndex(({ proposal }) => proposal === current);
  const waiting = ordered.map((one, place) => ({ one, place })).filter(({ one }) => isUndecided(one));
  if (step > 0) return (waiting.find(({ place }) => place > here) ?? waiting[0])?.one;
  return (waiting.findLast(({ place }) => here >= 0 && place < here) ?? waiting.at(-1))?.one;
}

export function byItem(ordered: Proposal[]): Map<string, Proposal[]> {
  const groups = new Map<string, Proposal[]>();
  for (const one of ordered) {
    const group = groups.get(one.item);
    if (group) group.push(one);
    else groups.set(one.item, [one]);
  }
  return groups;
}
