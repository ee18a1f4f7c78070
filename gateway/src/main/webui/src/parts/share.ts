// One rule for how far a target is, wherever it is shown.

import type { TargetRow } from '../api/rows';

const MEASURED = ['quantity', 'money', 'ratio', 'coverage', 'project'];

/**
 * The share that is told of a target. Its `done` ends at the whole; what was reached beyond the promise is
 * told as it is (36 of 35 is 102.8 %), as the sums over districts tell it. Bars end at the whole.
 */
export function shareOf(
  row: Pick<TargetRow, 'kind' | 'operator' | 'promised' | 'reached' | 'done'>,
): number | undefined {
  const { kind, operator = '', promised, reached, done } = row;
  const isMore = promised !== undefined && reached !== undefined && promised > 0 && reached > promised;
  const isBeyond = done === 1 && isMore && MEASURED.includes(kind) && !operator.startsWith('<');
  return isBeyond ? reached / promised : done;
}
