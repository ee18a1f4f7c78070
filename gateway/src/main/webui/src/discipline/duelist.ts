// Who is due to report in a month, and who of them has: the lists behind the figures.

import type { Discipline, DisciplineReport, DueTarget } from '../api/discipline';

export type DueState = DueTarget['state'];
export const DUE_STATES: readonly DueState[] = ['missing', 'pending', 'late', 'on-time'];
/** What is looked for: those that are not in yet, one state, or all. */
export type Wanted = 'open' | 'all' | DueState;

export interface DueRow extends DueTarget {
  district: string;
}

type Month = DisciplineReport['months'][number];

/** The month whose reports are awaited next; when the year is over, its last. */
export function nextMonth(months: Month[], asOf: string): string {
  return (months.find(({ due }) => due >= asOf) ?? months.at(-1))?.month ?? '';
}

export function figuresOf(month: Month | undefined, district: string): Discipline | undefined {
  return district ? month?.districts.find((one) => one.district === district) : month?.total;
}

export function dueRows(month: Month | undefined, district: string, wanted: Wanted): DueRow[] {
  const rows = (month?.districts ?? [])
    .filter((one) => !district || one.district === district)
    .flatMap((one) => (one.targets ?? []).map((target) => ({ ...target, district: one.district })));
  const isWanted = ({ state }: DueRow) =>
    wanted === 'all' || (wanted === 'open' ? state === 'missing' || state === 'pending' : state === wanted);
  // Of equal state they stay as the districts and their plans have them.
  return rows.filter(isWanted).sort((a, b) => DUE_STATES.indexOf(a.state) - DUE_STATES.indexOf(b.state));
}

/** Each district's way through the months; what is not there yet is left open. */
export function matrixOf(
  report: DisciplineReport,
): { district: string; cells: (Discipline | undefined)[]; year: Discipline }[] {
  const codes = [
    ...new Set(report.months.flatMap(({ districts }) => districts.map((one) => one.district))),
  ].sort();
  return codes.map((district) => {
    const cells = report.months.map((month) => figuresOf(month, district));
    return { district, cells, year: sumOf(cells) };
  });
}

/** Sums, and the rate of the sums: never a mean of rates. */
export function sumOf(parts: (Discipline | undefined)[]): Discipline {
  const sum = { due: 0, onTime: 0, late: 0, missing: 0, pending: 0 };
  for (const part of parts)
    if (part) for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += part[name];
  return { ...sum, rate: sum.due ? sum.onTime / sum.due : undefined };
}
