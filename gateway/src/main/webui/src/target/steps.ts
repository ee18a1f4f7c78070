// A target's way through the year, as the chart draws it.

import type { TargetReport } from '../api/reports';

export interface Step {
  day: string;
  value: number;
}

/** Empty where no single figure tells: what is kept period by period, and what is done or not. */
export function stepsOf({ kind, reachedLine }: TargetReport): Step[] {
  if (kind === 'frequency' || kind === 'deadline') return [];
  return reachedLine.flatMap(({ on, reached }) =>
    reached === undefined ? [] : [{ day: on, value: reached }],
  );
}

/** What is due by each bend of the pace line, in the target's own unit; a falling one starts at its baseline. */
export function paceSteps(report: TargetReport): Step[] {
  const from = report.definition.baseline ?? 0;
  const to = report.promised ?? 0;
  return report.paceLine.map(({ on, share }) => ({ day: on, value: from + (to - from) * share }));
}

/** The line before where the new one has the same points, so that whoever watches it sees no change. */
export function unlessSame(before: Step[] | undefined, now: Step[]): Step[] {
  const isSame =
    before?.length === now.length &&
    now.every(({ day, value }, n) => before[n]?.day === day && before[n].value === value);
  return before && isSame ? before : now;
}
