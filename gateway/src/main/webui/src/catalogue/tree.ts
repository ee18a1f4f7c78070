// The dated tree: every place that a division ever had is there, and a day picks one for each.

import type { Place } from './catalogue';

export interface Node {
  place: Place;
  depth: number;
  /** The place before this one, if it had another: it moved or was renamed. */
  before?: Place;
  /** What is stated of days to come. */
  coming: Place[];
}

export interface Tree {
  standing: Node[];
  ended: Node[];
  /** Divisions whose first day lies ahead. */
  coming: Node[];
}

export function treeOf(places: Place[], day: string): Tree {
  const nodes = [...byCode(places)].map(([, history]) => node(history, day));
  const now = nodes.filter(({ place }) => place.from <= day);
  return {
    standing: inOrder(now.filter(({ place }) => !place.ended)),
    ended: now.filter(({ place }) => place.ended),
    coming: nodes.filter(({ place }) => place.from > day),
  };
}

export const standingOn = (places: Place[], day: string): Place[] =>
  treeOf(places, day).standing.map(({ place }) => place);

function byCode(places: Place[]): Map<string, Place[]> {
  const histories = new Map<string, Place[]>();
  const sorted = [...places].sort((a, b) => a.code.localeCompare(b.code) || a.from.localeCompare(b.from));
  sorted.forEach((place) => histories.set(place.code, [...(histories.get(place.code) ?? []), place]));
  return histories;
}

function node(history: Place[], day: string): Node {
  const passed = history.filter(({ from }) => from <= day);
  const coming = history.filter(({ from }) => from > day);
  const place = (passed.at(-1) ?? coming.shift()) as Place;
  return { place, depth: 0, before: passed.at(-2), coming };
}

/** Each below the one above it; one whose parent does not stand begins anew at the left. */
function inOrder(nodes: Node[]): Node[] {
  const codes = new Set(nodes.map(({ place }) => place.code));
  const under = (parent: string | null, depth: number): Node[] =>
    nodes
      .filter(({ place }) =>
        parent === null ? !place.parent || !codes.has(place.parent) : place.parent === parent,
      )
      .flatMap((one) => [{ ...one, depth }, ...under(one.place.code, depth + 1)]);
  return under(null, 0);
}
