// What a report would change, told before it is sent, as far as it follows from figures that are on the
// page. The light is told only where the rule is short; the ledger's own answer is what counts.

import type { Indicator, Settings } from '../api/catalogue';
import type { TargetReport } from '../api/reports';
import type { Light } from '../api/rows';
import { isCountedWhole } from '../parts/figures';
import { roughly } from '../record/decimal';
import type { Entry } from './entry';

export interface Preview {
  from?: number;
  to: number;
  done?: number;
  pace?: number;
  light?: Light;
  /** The report is of an earlier day than one that counts, so the value of today stays as it is. */
  isEarlier: boolean;
  /** What was added by the day of a full report is in that report already. */
  isIncluded: boolean;
  isLess: boolean;
  /** Half a school: such things are counted whole. The service takes it all the same. */
  isBroken: boolean;
  explain?: 'below' | 'above';
}

/** Nothing where the figures that are typed make no value, or the target is counted otherwise. */
export function previewOf(
  entry: Entry,
  report: TargetReport,
  settings: Settings,
  indicator: Indicator | null,
  today: string,
  corrects?: string,
): Preview | null {
  if (entry.part) return null;
  const to = valueOf(entry, report);
  if (to === undefined) return null;
  const from = report.reached;
  const reports = report.history.filter(
    (row) => !row.voided && row.id !== corrects && row.type === 'progress.reported' && !row.part,
  );
  const last =
    reports
      .map((row) => row.day ?? '')
      .sort()
      .at(-1) ?? '';
  const preview: Preview = {
    from,
    to,
    isEarlier: entry.how === 'total' && entry.day < last,
    isIncluded: entry.how === 'added' && last !== '' && entry.day <= last,
    isLess: entry.how === 'total' && from !== undefined && to < from,
    isBroken: isCountedWhole(report.unit) && !Number.isInteger(typedOf(entry) ?? 0),
  };
  if (corrects || preview.isEarlier || preview.isIncluded || isHard(report, indicator)) return preview;
  return { ...preview, ...lightOf(to, report, settings, indicator, today, entry.day) };
}

const typedOf = (entry: Entry) => roughly(entry.how === 'total' ? entry.value : entry.amount);

function valueOf(entry: Entry, report: TargetReport): number | undefined {
  switch (report.kind) {
    case 'quantity':
    case 'money': {
      const more = typedOf(entry);
      if (entry.how === 'total') return more;
      return more === undefined ? undefined : (report.reached ?? 0) + more;
    }
    case 'ratio':
    case 'coverage': {
      const [numerator, denominator] = [roughly(entry.numerator), roughly(entry.denominator)];
      return numerator === undefined || !denominator ? undefined : (numerator / denominator) * 100;
    }
    default:
      return undefined;
  }
}

/** Parts have a sum of their own, and what falls is measured from where it started. */
const isHard = (report: TargetReport, indicator: Indicator | null): boolean =>
  report.parts.length > 0 ||
  !report.promised ||
  report.operator === '<=' ||
  report.definition.strict === true ||
  (indicator?.direction === 'less' && report.operator !== '>=');

function lightOf(
  to: number,
  report: TargetReport,
  settings: Settings,
  indicator: Indicator | null,
  today: string,
  day: string,
): Pick<Preview, 'done' | 'pace' | 'light' | 'explain'> {
  const promised = report.promised ?? 0;
  const isAbout = report.operator === 'about' && report.kind !== 'coverage';
  const enough = promised * (1 - (isAbout ? (indicator?.tolerance ?? settings.tolerance) : 0));
  const done = to >= enough ? 1 : Math.min(1, to / promised);
  const pace = paceOn(report.paceLine, today);
  const isBelow = done < paceOn(report.paceLine, day) * settings.explainBelow;
  const isAbove = to > promised * settings.explainAbove;
  return {
    done,
    pace,
    light: lightAt(done, pace, today > report.due, settings),
    explain: isBelow ? 'below' : isAbove ? 'above' : undefined,
  };
}

export function lightAt(done: number, pace: number, isPastDue: boolean, settings: Settings): Light {
  if (done >= 1) return 'achieved';
  if (isPastDue) return 'overdue';
  if (pace === 0) return 'not-due';
  if (done >= settings.onTrackFrom * pace) return 'on-track';
  return done >= settings.atRiskFrom * pace ? 'at-risk' : 'behind';
}

/** The share due by a day, straight between the bends of the line. */
export function paceOn(line: { on: string; share: number }[], day: string): number {
  const after = line.findIndex(({ on }) => day < on);
  if (after === 0) return 0;
  if (after < 0) return line.length === 1 ? 1 : (line.at(-1)?.share ?? 0);
  const [from, to] = [line[after - 1], line[after]];
  if (!from || !to) return 0;
  const gone = Date.parse(day) - Date.parse(from.on);
  return from.share + ((to.share - from.share) * gone) / (Date.parse(to.on) - Date.parse(from.on));
}
