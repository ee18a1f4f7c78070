// How a paper's rows are put together for reading.

import type { Light, LightCounts, TargetRow } from '../api/rows';
import { i18n, language } from '../words';
import { dayOf, figure, number } from '../parts/figures';
import type { Paper, Standing, TargetLine } from './papers';

/** The share of the targets that keep their pace. */
export function kept(standing: Standing | undefined): number | undefined {
  if (!standing?.targets) return undefined;
  return (count(standing.lights, 'on-track') + count(standing.lights, 'achieved')) / standing.targets;
}

export const count = (lights: LightCounts, light: Light): number => lights[light] ?? 0;

/** By how much it differs from the month before: (+2), (−1), or nothing. */
export function difference(now: number, before: number | undefined): string {
  if (before === undefined || now === before) return '';
  return now > before ? `(+${now - before})` : `(−${before - now})`;
}

export function grouped<T>(rows: T[], key: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  rows.forEach((row) => groups.set(key(row), [...(groups.get(key(row)) ?? []), row]));
  return [...groups];
}

type Promised = Pick<TargetRow, 'kind' | 'promised' | 'reached' | 'unit' | 'numerator' | 'denominator'>;

/** What has no figure of its own, a deed or words, is called by its kind. */
export function promisedWords({ kind, promised, unit }: Promised): string {
  if (kind === 'deadline' || kind === 'narrative') return i18n.global.t(`kind.${kind}`);
  return figure(promised, unit);
}

export function reachedWords({ reached, unit, numerator, denominator }: Promised): string {
  const said = figure(reached, unit);
  if (numerator === undefined || denominator === undefined) return said;
  return `${said} (${number(numerator)}/${number(denominator)})`;
}

/**
 * The day under a paper, as the letter has it: of its making, not of when its row was written, which is
 * another in a system with a day of its own.
 */
export const signedOn = ({ state, content: { heading } }: Paper): string =>
  state === 'issued' ? dayOf(new Date(heading.knownAt)) : heading.asOf;

/** A list of names; English puts a comma where Chinese has 、 */
export const listed = (names: string[]): string => names.join(language() === 'en' ? ', ' : '、');

/** 320412#255、261: the places of the events that a figure is made of. */
export function placeWords({ trace, basis = [] }: Pick<TargetLine, 'trace' | 'basis'>): string {
  if (!trace) return '';
  const places = basis.length ? basis : [trace.seq];
  return `${trace.ledger.slice(trace.ledger.indexOf('/') + 1)}#${listed(places.map(String))}`;
}
