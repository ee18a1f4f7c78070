import { LIGHTS, type TargetRow } from '../api/rows';

const WANTING = new Set(['overdue', 'behind', 'at-risk']);

/** How far a target lies behind what is due by the day, as a share of the whole. */
export const gapOf = (row: TargetRow): number => (row.pace ?? 0) - (row.done ?? 0);

/** The targets that somebody has to look at, the worst first. */
export const needingAttention = (targets: TargetRow[]): TargetRow[] =>
  targets
    .filter((row) => WANTING.has(row.light) || row.unreported || row.disputed)
    .sort(
      (a, b) =>
        LIGHTS.indexOf(a.light) - LIGHTS.indexOf(b.light) ||
        gapOf(b) - gapOf(a) ||
        a.target.localeCompare(b.target),
    );
