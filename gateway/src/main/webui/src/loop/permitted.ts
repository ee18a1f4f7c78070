// What may be done next, and by whom: the rules of progress-service (rules.FollowUps, rules.ItemLoop,
// intake.Poster) as far as a page has to know them to offer nothing that would be refused.

import type { Problem } from '../api/problems';
import type { ItemState } from '../api/supervision';
import type { EventRow } from '../api/rows';
import type { Who } from '../record/useRights';

export type ItemAct = 'accepted' | 'completed' | 'confirmed' | 'returned' | 'reminded' | 'urged';

/** A confirmed item is closed for good; what was handed in before a plan's close is still answered. */
export function itemActs(state: ItemState, who: Who, isPlanClosed: boolean): ItemAct[] {
  if (state === 'confirmed') return [];
  const acts: ItemAct[] = [];
  if (who.isDistrict && !isPlanClosed) {
    if (state === 'assigned') acts.push('accepted');
    if (state !== 'completed') acts.push('completed');
  }
  if (who.isBureau) {
    if (state === 'completed') acts.push('confirmed', 'returned');
    else acts.push('reminded', 'urged');
  }
  return acts;
}

export type ProblemAct = 'rectified' | 'verified' | 'reopened';

export function problemActs(state: Problem['state'], who: Who): ProblemAct[] {
  switch (state) {
    case 'open':
      return who.isDistrict ? ['rectified'] : [];
    case 'rectified':
      return who.isBureau ? ['verified', 'reopened'] : [];
    case 'closed':
      return who.isBureau ? ['reopened'] : [];
  }
}

export type ReportAct = 'verified' | 'disputed' | 'explained' | 'corrected' | 'voided';

/** Whether the row is a report, which can be checked, explained and taken back. */
export const isReport = (row: Pick<EventRow, 'type'>): boolean =>
  /^(progress|milestone)\./.test(row.type) || row.type === 'item.noted';

/** The bureau takes back only what it reported itself: a district's word is the district's. */
export function reportActs(
  row: Pick<EventRow, 'type' | 'voided' | 'by'>,
  verdict: 'verified' | 'disputed' | undefined,
  who: Who,
  isPlanClosed: boolean,
): ReportAct[] {
  if (!isReport(row) || row.voided) return [];
  const acts: ReportAct[] = [];
  if (who.isBureau) {
    if (verdict !== 'verified') acts.push('verified');
    if (verdict !== 'disputed') acts.push('disputed');
  }
  const isOwn = who.isDistrict || (who.isBureau && row.by === who.subject);
  if (isOwn) acts.push('explained');
  if (isOwn && !isPlanClosed) acts.push('corrected', 'voided');
  return acts;
}
