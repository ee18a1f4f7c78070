// A whole table handed in at once: the district's workbook, or a CSV file.

import type { ProblemDocument } from '../api/refused';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const LINES = 'application/x-ndjson';
const MOST_BYTES = { xlsx: 5 * 1024 * 1024, csv: 64 * 1024 * 1024 };

export interface Row {
  line: number;
  id?: string;
  status: 'appended' | 'duplicate' | 'rejected';
  seq?: number;
  problem?: ProblemDocument;
  cells?: string[];
}

export type SheetKind = 'xlsx' | 'csv';

export function sheetKind(file: { name: string }): SheetKind | null {
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase();
  return extension === 'xlsx' || extension === 'csv' ? extension : null;
}

export function sheetFault(file: { name: string; size: number }): 'kind' | 'empty' | 'large' | null {
  const kind = sheetKind(file);
  if (!kind) return 'kind';
  if (file.size === 0) return 'empty';
  return file.size > MOST_BYTES[kind] ? 'large' : null;
}

/** The answer's lines. A line that is cut off is left out: it says nothing that could be relied on. */
export function rowsOf(answer: string): Row[] {
  return answer
    .split('\n')
    .filter((line) => line.trim())
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Row];
      } catch {
        return [];
      }
    });
}

export function countsOf(rows: Row[]): Record<Row['status'], number> {
  const counts = { appended: 0, duplicate: 0, rejected: 0 };
  rows.forEach(({ status }) => (counts[status] += 1));
  return counts;
}

/** Lines that another attempt may take: what was refused for the moment and not for what it says. */
export const isPassing = (row: Row): boolean => row.problem?.status === 503;
