// What changed since a paper: GET /changes from the paper's own point of view.

import { read } from '../api/call';
import type { ChangedTarget } from '../api/reports';
import type { ScopeRow } from '../api/rows';
import type { Heading } from './papers';

type Side = NonNullable<ChangedTarget['before']> & {
  promised?: number;
  reached?: number;
  due?: string;
  unreported?: boolean;
};

export interface ChangedLine extends Omit<ChangedTarget, 'before' | 'after'> {
  before?: Side;
  after?: Side;
}

export interface Since {
  scopes: { scope: string; before?: ScopeRow; after?: ScopeRow }[];
  targets: ChangedLine[];
  events: Record<string, number>;
  plans: { plan?: string }[];
  next?: string;
}

const MOST_PAGES = 10;

export async function since(heading: Heading, signal: AbortSignal): Promise<Since> {
  const query = {
    scope: heading.scope,
    year: Number(heading.period.slice(0, 4)),
    fromAsOf: heading.asOf,
    fromKnownAt: heading.knownAt,
    limit: 2_000,
  };
  const whole = await read<Since>('/changes', query, signal);
  let after = whole.next;
  for (let page = 1; after && page < MOST_PAGES; page++) {
    const more = await read<Since>('/changes', { ...query, after }, signal);
    whole.targets.push(...more.targets);
    after = more.next;
  }
  return whole;
}

type Word = 'sinceLights' | 'sincePromised' | 'sinceAdded' | 'sinceDropped' | 'sinceReached' | 'sinceOther';

/** A target is told once, under the first of these that it is an example of. */
const SORTS: [Word, string[]][] = [
  ['sinceLights', ['light']],
  ['sincePromised', ['promised', 'due', 'title', 'indicator']],
  ['sinceAdded', ['added']],
  ['sinceDropped', ['dropped']],
  ['sinceReached', ['reached']],
  ['sinceOther', []],
];

export function sorted(rows: ChangedLine[]): { word: Word; rows: ChangedLine[] }[] {
  const groups = SORTS.map(([word]) => ({ word, rows: [] as ChangedLine[] }));
  rows.forEach((row) => {
    const sort = SORTS.findIndex(([, kinds]) => kinds.some((kind) => row.change.includes(kind)));
    groups[sort < 0 ? SORTS.length - 1 : sort]?.rows.push(row);
  });
  return groups.filter((group) => group.rows.length);
}
