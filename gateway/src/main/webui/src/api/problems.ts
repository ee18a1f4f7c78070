// The problem list, and what was done about each problem.

import { read } from './call';
import type { PointOfView, Report } from './reports';

export interface Problem {
  problem: string;
  district: string;
  item: string;
  itemTitle: string;
  itemTitleEn?: string;
  plan: string;
  year: number;
  state: 'open' | 'rectified' | 'closed';
  severity?: string;
  text: string;
  openedAt: string;
  due: string;
  reopened: number;
  overdue: boolean;
  overdueDays: number;
  steps: ProblemStep[];
}

export interface ProblemStep {
  seq: number;
  state: 'opened' | 'rectified' | 'verified' | 'reopened';
  due?: string;
  text?: string;
  by: string;
  recordedAt: string;
}

export interface ProblemsReport extends Report {
  counts: { open: number; rectified: number; closed: number; overdue: number; reopened: number };
  problems: Problem[];
}

const MOST_PAGES = 20;

/** The whole problem list, or the part of one state; the counts are of all states. */
export async function problems(
  asked: { scope: string; year?: number; state?: string } & PointOfView,
  signal?: AbortSignal,
): Promise<ProblemsReport> {
  const query = { ...asked, limit: 200 };
  const whole = await read<ProblemsReport & { next?: string }>('/problems', query, signal);
  let next = whole.next;
  for (let page = 1; next && page < MOST_PAGES; page++) {
    const more = await read<ProblemsReport & { next?: string }>(
      '/problems',
      { ...query, after: next },
      signal,
    );
    whole.problems.push(...more.problems);
    next = more.next;
  }
  return whole;
}
