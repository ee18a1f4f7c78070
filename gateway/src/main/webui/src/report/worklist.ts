// A clerk's targets in the order in which they want attention.

import type { DisciplineReport, DueTarget } from '../api/discipline';
import type { PlanReport } from '../api/reports';
import { LIGHTS, type TargetRow } from '../api/rows';

export type Need = 'due' | 'missing' | 'explanation' | 'silent' | 'none';
export const NEEDS: readonly Need[] = ['due', 'missing', 'explanation', 'silent', 'none'];

export interface Work {
  row: TargetRow;
  itemTitle: string;
  itemTitleEn?: string;
  need: Need;
  /** The month whose report is awaited, and until when. */
  month?: string;
  due?: string;
  /** Months that have passed without a report. */
  missing: string[];
  /** The first month awaited or missed has its report. */
  isIn: boolean;
}

/** By month, how each target's report stands. */
export function statesOf(
  report: DisciplineReport | null,
): Map<string, { month: string; due: string; state: DueTarget['state'] }[]> {
  const states = new Map<string, { month: string; due: string; state: DueTarget['state'] }[]>();
  for (const { month, due, districts } of report?.months ?? [])
    for (const { targets } of districts)
      for (const { target, state } of targets ?? []) {
        const own = states.get(target) ?? [];
        own.push({ month, due, state });
        states.set(target, own);
      }
  return states;
}

export function worklist(plans: PlanReport[], report: DisciplineReport | null): Work[] {
  const states = statesOf(report);
  const all = plans
    .filter(({ state }) => state === 'published')
    .flatMap((plan) => plan.sections.flatMap((section) => section.items))
    .flatMap((item) =>
      item.targets.map((row) => workOf(row, item.title, item.titleEn, states.get(row.target) ?? [])),
    );
  // Of equal need they stay in the order of the plan.
  return all.sort(
    (a, b) =>
      NEEDS.indexOf(a.need) - NEEDS.indexOf(b.need) ||
      (a.due ?? '').localeCompare(b.due ?? '') ||
      LIGHTS.indexOf(a.row.light) - LIGHTS.indexOf(b.row.light),
  );
}

function workOf(
  row: TargetRow,
  itemTitle: string,
  itemTitleEn: string | undefined,
  states: { month: string; due: string; state: DueTarget['state'] }[],
): Work {
  const pending = states.find(({ state }) => state === 'pending');
  const missing = states.filter(({ state }) => state === 'missing').map(({ month }) => month);
  const last = states.at(-1);
  const need: Need = pending
    ? 'due'
    : last?.state === 'missing'
      ? 'missing'
      : row.explanationDue
        ? 'explanation'
        : row.unreported
          ? 'silent'
          : 'none';
  const isIn = last?.state === 'on-time' || last?.state === 'late';
  return { row, itemTitle, itemTitleEn, need, month: pending?.month, due: pending?.due, missing, isIn };
}

/** What is looked for, in any language and by number. */
export function found(work: Work[], words: string, need: Need | null): Work[] {
  const looked = words.trim().toLowerCase();
  return work.filter(
    ({ row, itemTitle, itemTitleEn, need: own }) =>
      (!need || own === need) &&
      [row.title, row.titleEn, row.target, itemTitle, itemTitleEn].join(' ').toLowerCase().includes(looked),
  );
}
