// What a form begins with: what the target had last, or the report that is to be corrected.

import type { LedgerEvent } from '../api/ledger';
import type { TargetReport } from '../api/reports';
import type { Entry } from './entry';

const MOST_SURE_DIGITS = 15;

/** A figure that was read as a binary number, only where that surely did not change it. */
export function sureDigits(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : '';
  return /^\d+(\.\d+)?$/.test(text) && text.replace('.', '').length <= MOST_SURE_DIGITS ? text : '';
}

/** The base of a share is mostly what it was. */
export function fromLast(report: TargetReport): Partial<Entry> {
  const isShare = report.kind === 'ratio' || report.kind === 'coverage';
  const denominator = isShare ? sureDigits(report.denominator ?? report.definition.denominator) : '';
  const projects = report.definition.projects ?? [];
  const project = projects.length === 1 ? (projects[0] ?? '') : '';
  const amount = report.kind === 'frequency' ? '1' : '';
  return { denominator: denominator === '0' ? '' : denominator, project, amount };
}

export function fromReport({ body, type }: LedgerEvent): Partial<Entry> {
  if (!body) return {};
  const words = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const evidence = Array.isArray(body.evidence) ? body.evidence.map(String) : [];
  return {
    how: type === 'progress.added' ? 'added' : 'total',
    day: words('asOf') || words('on'),
    part: words('part'),
    value: sureDigits(body.value),
    amount: sureDigits(body.amount),
    numerator: sureDigits(body.numerator),
    denominator: sureDigits(body.denominator),
    project: words('project'),
    milestone: words('milestone'),
    stage: words('stage'),
    percent: sureDigits(body.percent),
    text: words('text'),
    note: words('note'),
    explanation: words('explanation'),
    evidence: evidence.map((hash) => ({
      hash,
      name: hash.startsWith('sha256:') ? `${hash.slice(0, 15)}…` : hash,
      size: 0,
    })),
  };
}
