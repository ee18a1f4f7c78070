import type { Problem } from '../api/problems';

export const STATES = ['open', 'rectified', 'closed'] as const;
export type BoardState = (typeof STATES)[number];

export interface Wanted {
  words: string;
  district: string;
  onlyOverdue: boolean;
}

/** The problems of each state that are wanted: what is due first comes first, what was closed last too. */
export function sorted(problems: Problem[], wanted: Wanted): Record<BoardState, Problem[]> {
  const found = problems.filter((problem) => isWanted(problem, wanted));
  const of = (state: BoardState) => found.filter((problem) => problem.state === state);
  return {
    open: of('open').sort(byDue),
    rectified: of('rectified').sort(byDue),
    closed: of('closed').sort((a, b) => lastStep(b).localeCompare(lastStep(a))),
  };
}

function isWanted(problem: Problem, { words, district, onlyOverdue }: Wanted): boolean {
  const said = [problem.problem, problem.text, problem.itemTitle, problem.itemTitleEn, problem.severity];
  return (
    (!district || problem.district === district) &&
    (!onlyOverdue || problem.overdue) &&
    said.join(' ').toLowerCase().includes(words.trim().toLowerCase())
  );
}

const byDue = (a: Problem, b: Problem) => a.due.localeCompare(b.due) || a.problem.localeCompare(b.problem);
const lastStep = (problem: Problem) => problem.steps.at(-1)?.recordedAt ?? '';
