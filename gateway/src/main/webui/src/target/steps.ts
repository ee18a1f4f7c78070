// A target's way through the year, as the rules of the domain read its events.

import type { TargetReport } from '../api/reports';
import type { EventRow } from '../api/rows';

export interface Step {
  day: string;
  value: number;
}

/** The value after each day on which something was said of it; empty where no single figure tells. */
export function stepsOf(report: TargetReport): Step[] {
  const events = report.history.filter((row) => !row.voided && row.day && row.subject === report.target);
  switch (report.kind) {
    case 'quantity':
    case 'money':
      return perDay(events, sumOn);
    case 'ratio':
    case 'coverage':
      return perDay(events, shareOn);
    case 'project':
      return finishedProjects(report);
    case 'frequency':
    case 'deadline':
    case 'narrative':
      return [];
  }
}

/** What is due by each bend of the pace line, in the target's own unit; a falling one starts at its baseline. */
export function paceSteps(report: TargetReport): Step[] {
  const from = report.definition.baseline ?? 0;
  const to = report.promised ?? 0;
  return report.paceLine.map(({ on, share }) => ({ day: on, value: from + (to - from) * share }));
}

function perDay(events: EventRow[], valueOn: (events: EventRow[], day: string) => number | null): Step[] {
  const days = [...new Set(events.map((row) => row.day as string))].sort();
  return days
    .map((day) => ({ day, value: valueOn(events, day) }))
    .filter((step): step is Step => step.value !== null);
}

/** The latest report by the day, of two of one day the later recorded, and what was added after it. */
function sumOn(events: EventRow[], day: string): number | null {
  const base = latest(events, day);
  const added = events.filter(
    (row) =>
      row.type === 'progress.added' &&
      (row.day as string) <= day &&
      (!base || (row.day as string) > (base.day as string)),
  );
  if (!base && !added.length) return null;
  return added.reduce((sum, row) => sum + (row.value ?? 0), base?.value ?? 0);
}

function shareOn(events: EventRow[], day: string): number | null {
  const base = latest(events, day);
  if (!base) return null;
  if (base.numerator !== undefined && base.denominator) return (base.numerator / base.denominator) * 100;
  return base.value ?? null;
}

function latest(events: EventRow[], day: string): EventRow | undefined {
  return events
    .filter((row) => row.type === 'progress.reported' && (row.day as string) <= day)
    .sort((a, b) => (a.day as string).localeCompare(b.day as string) || a.seq - b.seq)
    .at(-1);
}

function finishedProjects(report: TargetReport): Step[] {
  const days = report.projects
    .filter(({ finished, on }) => finished && on)
    .map(({ on }) => on as string)
    .sort();
  return [...new Set(days)].map((day) => ({ day, value: days.filter((other) => other <= day).length }));
}
