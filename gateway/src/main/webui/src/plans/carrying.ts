// Which targets of a plan are open, and what is asked for when they are carried over.

import type { PlanReport } from '../api/reports';
import type { TargetRow } from '../api/rows';
import { figure } from '../review/form/fields';

export interface OpenTarget {
  row: TargetRow;
  item: string;
  /** Whether it has a single figure, of which a part may be left. */
  hasFigure: boolean;
}

/** A frequency's figure is that of one period, which a year's count does not tell. */
const FIGURES = new Set(['quantity', 'money', 'ratio', 'coverage', 'project']);

/** What has not been reached, in the order of the plan. */
export const openTargets = (report: PlanReport): OpenTarget[] =>
  report.sections
    .flatMap(({ items }) => items)
    .flatMap((item) => item.targets.map((row) => ({ row, item: item.title })))
    .filter(({ row }) => row.light !== 'achieved')
    .map(({ row, item }) => ({
      row,
      item,
      hasFigure: FIGURES.has(row.kind) && row.promised !== undefined && row.operator !== 'range',
    }));

/** What is left where that can be said by taking one figure from another: of a count that only grows. */
export function leftOf({ promised, reached, kind, operator }: TargetRow): string {
  const isCount = (kind === 'quantity' || kind === 'money' || kind === 'project') && operator !== '<=';
  if (!isCount || promised === undefined || reached === undefined || reached <= 0 || reached >= promised)
    return '';
  return String(Number((promised - reached).toPrecision(15)));
}

/** The figures that were typed, by target; what is no figure goes to the server as it is, which says so. */
export function remainingOf(chosen: Set<string>, typed: Record<string, string>): Record<string, unknown> {
  const entries = [...chosen].map((target) => [target, figure(typed[target] ?? '')] as const);
  return Object.fromEntries(entries.filter(([, left]) => left !== undefined));
}
