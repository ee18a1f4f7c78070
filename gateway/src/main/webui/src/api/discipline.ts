// Who reports in time.

import { read } from './call';
import type { PointOfView, Report } from './reports';

export interface Discipline {
  due: number;
  onTime: number;
  late: number;
  missing: number;
  pending: number;
  rate?: number;
}

/** Of one month, whether a target's report is there: by the due day, after it, not yet, or not at all. */
export interface DueTarget {
  target: string;
  item: string;
  title: string;
  titleEn?: string;
  state: 'on-time' | 'late' | 'missing' | 'pending';
  reportedAt?: string;
}

export interface DistrictDiscipline extends Discipline {
  district: string;
  name: string;
  nameEn?: string;
  /** Only where the detail was asked for. */
  targets?: DueTarget[];
}

export interface DisciplineReport extends Report {
  total: Discipline;
  months: {
    month: string;
    due: string;
    total: Discipline;
    districts: DistrictDiscipline[];
  }[];
}

export const discipline = (
  query: { scope: string; month?: string; year?: number; detail?: boolean } & PointOfView,
  signal?: AbortSignal,
) => read<DisciplineReport>('/discipline', query, signal);
