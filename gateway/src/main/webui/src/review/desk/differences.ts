// What a change of a target, or of titles, has changed: field by field, before and after.

import type { ChangedField, Target } from '../../api/plans';
import type { HistoryEntry, Titles } from '../../api/review';

export function differencesOf({ before, after }: HistoryEntry): ChangedField[] {
  if (typeof after === 'string') return [];
  if (before?.target && after?.target) return changed(before.target, after.target);
  const [old, fresh] = [titlesOf(before), titlesOf(after)];
  return fresh
    .map((title, at) => ({ field: 'titled', before: old[at], after: title }))
    .filter((one) => one.before !== one.after);
}

function changed(before: Target, after: Target): ChangedField[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

const titlesOf = (titles: Titles | undefined): string[] =>
  [
    titles?.title,
    ...(titles?.sections ?? []).map(({ title }) => title),
    ...(titles?.items ?? []).map(({ title }) => title),
  ].filter((title): title is string => Boolean(title));
