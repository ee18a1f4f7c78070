import type { TargetReport } from '../api/reports';

export interface Verdict {
  word: 'verified' | 'disputed';
  reason?: string;
}

/** The bureau's last word on each event, by the event's id. */
export function verdictsOf(report: Pick<TargetReport, 'history'> | null): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  const oldestFirst = [...(report?.history ?? [])].sort((a, b) => a.seq - b.seq);
  for (const row of oldestFirst) {
    if (row.voided || !row.refers) continue;
    if (row.type === 'report.verified') verdicts.set(row.refers, { word: 'verified', reason: row.note });
    if (row.type === 'report.disputed') verdicts.set(row.refers, { word: 'disputed', reason: row.note });
  }
  return verdicts;
}
