// The reports, one function each. `asOf` is a day and `knownAt` a moment; both default to now.

import { type Query, read, readAll } from './call';
import type {
  DistrictPart,
  EventRow,
  Freshness,
  ItemRow,
  Light,
  PlanRow,
  ProblemCounts,
  RollupRow,
  ScopeRow,
  TargetRow,
} from './rows';
import type { Both } from '../words';

/** From when a report is told; a type and not an interface, so that it passes as a query. */
export type PointOfView = { asOf?: string; knownAt?: string };

export interface Report {
  asOf: string;
  freshness: Freshness;
  notice?: Both;
}

export interface RollupsReport extends Report {
  scope: string;
  year: number;
  rows: (RollupRow & { districts: DistrictPart[] })[];
}

export interface ScopeReport extends Report, ScopeRow {
  scopes: ScopeRow[];
  plans: PlanRow[];
}

/** A month of a target: the light it kept, and whether it was made up since. */
export interface MonthLight {
  month: string;
  light: Light;
  mark: 'kept' | 'made-up' | 'open' | 'running';
}

export interface PlanItem extends Omit<ItemRow, 'targets'> {
  targets: TargetRow[];
  problems: ProblemCounts;
}

export interface PlanSection {
  no?: string;
  title: string;
  titleEn?: string;
  items: PlanItem[];
}

export interface PlanReport extends Report, PlanRow {
  sections: PlanSection[];
  months?: Record<string, MonthLight[]>;
}

export interface TargetReport extends Report, TargetRow {
  /** Since when it has been behind or overdue without a break. */
  since?: string;
  dropped: boolean;
  definition: {
    baseline?: number;
    scope?: string;
    source?: string;
    strict?: boolean;
    denominator?: number;
    projects?: string[];
    projectsComplete?: boolean;
    finalMilestone?: string;
  };
  periods: {
    from: string;
    to: string;
    count: number;
    due: number;
    state: 'kept' | 'missing' | 'running' | 'ahead';
  }[];
  paceLine: { on: string; share: number }[];
  reachedLine: { on: string; reached?: number }[];
  problems: ProblemCounts;
  projects: { project: string; milestone?: string; on?: string; finished: boolean }[];
  parts: {
    key: string;
    title: string;
    titleEn?: string;
    unit?: string;
    promised?: number;
    reached?: number;
    numerator?: number;
    denominator?: number;
    done?: number;
    pace?: number;
    light?: Light;
  }[];
  history: EventRow[];
  next?: number;
  revisions: {
    revision: number;
    recordedAt: string;
    event: string;
    promised?: number;
    due?: string;
    reason?: string;
  }[];
  months: MonthLight[];
}

export interface ChangedTarget {
  target: string;
  plan: string;
  district: string;
  title: string;
  titleEn?: string;
  before?: { light: Light; done?: number };
  after?: { light: Light; done?: number };
  change: string[];
}

export const rollups = (
  query: { scope: string; year?: number; indicator?: string } & PointOfView,
  signal?: AbortSignal,
) => read<RollupsReport>('/rollups', query, signal);

export const scopeStanding = (scope: string, query: { year?: number } & PointOfView, signal?: AbortSignal) =>
  read<ScopeReport>(`/scopes/${scope}/standing`, query, signal);

export const planStanding = (plan: string, query: PointOfView & { months?: boolean }, signal?: AbortSignal) =>
  read<PlanReport>(`/plans/${plan}/standing`, query, signal);

export const targetReport = (target: string, query: PointOfView & Query, signal?: AbortSignal) =>
  read<TargetReport>(`/targets/${target}`, query, signal);

export const latestEvents = async (
  query: { scope: string; year?: number } & PointOfView,
  signal?: AbortSignal,
) => (await read<{ events: EventRow[] }>('/events/latest', { ...query, limit: 40 }, signal)).events;

export const changedTargets = (
  query: { scope: string; year?: number; fromAsOf: string; toAsOf?: string; toKnownAt?: string },
  signal?: AbortSignal,
) => readAll<ChangedTarget, 'targets'>('/changes', 'targets', { ...query, limit: 2000 }, signal);
