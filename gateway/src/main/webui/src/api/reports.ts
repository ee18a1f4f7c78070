// The reports, one function each. `asOf` is a day and `knownAt` a moment; both default to now.

import { type Query, read, readAll } from './call';
import type {
  DistrictPart, EventRow, Freshness, ItemRow, Light, PlanRow, ProblemCounts, RollupRow, ScopeRow, TargetRow,
} from './rows'; // prettier-ignore
import type { Both } from '../words';

/** From when a report is told; a type and not an interface, so that it passes as a query. */
export type PointOfView = { asOf?: string; knownAt?: string };

export interface Report {
  asOf: string;
  freshness: Freshness;
  notice?: Both;
}

export interface District {
  code: string;
  parent?: string;
  level: 'province' | 'city' | 'district';
  name: string;
  nameEn?: string;
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

export interface Problem {
  problem: string;
  district: string;
  item: string;
  itemTitle: string;
  itemTitleEn?: string;
  plan: string;
  year: number;
  state: 'open' | 'rectified' | 'closed';
  severity?: string;
  text: string;
  openedAt: string;
  due: string;
  reopened: number;
  overdue: boolean;
  overdueDays: number;
  steps: ProblemStep[];
}

export interface ProblemStep {
  seq: number;
  state: 'opened' | 'rectified' | 'verified' | 'reopened';
  due?: string;
  text?: string;
  by: string;
  recordedAt: string;
}

export interface ProblemsReport extends Report {
  counts: { open: number; rectified: number; closed: number; overdue: number; reopened: number };
  problems: Problem[];
}

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

export interface ChangesReport {
  targets: ChangedTarget[];
  next?: string;
}

/** Who answers for an item: a unit and a post with an office's phone, never a person. */
export interface Office {
  unit: string;
  post?: string;
  phone?: string;
}

export interface SuperviseeItem {
  item: string;
  title: string;
  titleEn?: string;
  responsibility?: Partial<Record<'lead' | 'responsible' | 'supervising', Office[]>>;
  plan: string;
  district: string;
  no?: string;
  state: ItemState;
  acceptanceDue?: string;
  acceptanceOverdue: boolean;
  explanationsDue: { target: string; title: string; titleEn?: string; explanationDue: Both }[];
  reminders: number;
  calls: number;
}

export type ItemState = 'assigned' | 'accepted' | 'completed' | 'confirmed' | 'returned';

/** One step of a work item's loop, with who and when. */
export interface ItemStep {
  seq: number;
  kind: 'accepted' | 'reminded' | 'urged' | 'completed' | 'confirmed' | 'returned';
  on?: string;
  due?: string;
  text?: string;
  by: string;
  recordedAt: string;
}

export interface ItemReport {
  item: SuperviseeItem;
  steps: ItemStep[];
}

export interface Appraisal {
  plan: string;
  score?: number;
  grade?: string;
  text?: string;
  by: string;
  recordedAt: string;
  current: boolean;
}

/** What the municipality set; the pages read of it what they show beforehand. */
export interface Settings {
  onTrackFrom: number;
  atRiskFrom: number;
  tolerance: number;
  explainBelow: number;
  explainAbove: number;
  doneStages: string[];
}

/** An event as the ledger keeps it. Its figures are decimals that must not pass through a binary number. */
export interface LedgerEvent {
  seq: number;
  id: string;
  type: string;
  fullType: string;
  recordedAt: string;
  body: Record<string, unknown> | null;
  bodyDigest: string;
  hash: string;
}

export interface LedgerHead {
  ledger: string;
  seq: number;
  hash: string;
  recordedAt?: string;
}

export interface Indicator {
  key: string;
  name: string;
  nameEn?: string;
  unit: string;
  aggregation: string;
  direction?: 'more' | 'less';
  measure?: 'flow' | 'stock';
  tolerance?: number;
}

type Signal = AbortSignal | undefined;

export const districtsOf = async (asOf?: string): Promise<District[]> =>
  (await read<{ districts: District[] }>('/districts', { asOf })).districts;

export const rollups = (
  query: { scope: string; year?: number; indicator?: string } & PointOfView,
  signal?: Signal,
) => read<RollupsReport>('/rollups', query, signal);

export const scopeStanding = (scope: string, query: { year?: number } & PointOfView, signal?: Signal) =>
  read<ScopeReport>(`/scopes/${scope}/standing`, query, signal);

export const planStanding = (plan: string, query: PointOfView & { months?: boolean }, signal?: Signal) =>
  read<PlanReport>(`/plans/${plan}/standing`, query, signal);

export const targetReport = (target: string, query: PointOfView & Query, signal?: Signal) =>
  read<TargetReport>(`/targets/${target}`, query, signal);

const MOST_PAGES = 20;

/** The whole problem list, or the part of one state; the counts are of all states. */
export async function problems(
  asked: { scope: string; year?: number; state?: string } & PointOfView,
  signal?: Signal,
): Promise<ProblemsReport> {
  const query = { ...asked, limit: 200 };
  const whole = await read<ProblemsReport & { next?: string }>('/problems', query, signal);
  let next = whole.next;
  for (let page = 1; next && page < MOST_PAGES; page++) {
    const more = await read<ProblemsReport & { next?: string }>(
      '/problems',
      { ...query, after: next },
      signal,
    );
    whole.problems.push(...more.problems);
    next = more.next;
  }
  return whole;
}

export const discipline = (
  query: { scope: string; month?: string; year?: number; detail?: boolean } & PointOfView,
  signal?: Signal,
) => read<DisciplineReport>('/discipline', query, signal);

export const latestEvents = async (query: { scope: string; year?: number } & PointOfView, signal?: Signal) =>
  (await read<{ events: EventRow[] }>('/events/latest', { ...query, limit: 40 }, signal)).events;

export const changedTargets = (
  query: { scope: string; year?: number; fromAsOf: string; toAsOf?: string; toKnownAt?: string },
  signal?: Signal,
) => readAll<ChangedTarget, 'targets'>('/changes', 'targets', { ...query, limit: 2000 }, signal);

export const itemReport = (item: string, query: PointOfView, signal?: Signal) =>
  read<ItemReport>(`/items/${item}`, { ...query, limit: 1 }, signal);

export const supervised = (
  query: { scope: string; year?: number; explanationDue?: boolean } & PointOfView,
  signal?: Signal,
) => readAll<SuperviseeItem, 'items'>('/supervision', 'items', { ...query, limit: 200 }, signal);

export const appraisals = async (query: { scope: string; year?: number } & PointOfView, signal?: Signal) =>
  (await read<{ appraisals: Appraisal[] }>('/appraisals', query, signal)).appraisals;

export const settings = (signal?: Signal) => read<Settings>('/settings', {}, signal);

export const indicator = (key: string, signal?: Signal) => read<Indicator>(`/indicators/${key}`, {}, signal);

export const ledgerHead = (code: string, signal?: Signal) =>
  read<LedgerHead>(`/districts/${code}/ledger`, {}, signal);

export const plansOf = (district: string, signal?: Signal) =>
  readAll<{ plan: string; district: string; year: number; state: string }, 'plans'>(
    '/plans',
    'plans',
    { district, limit: 200 },
    signal,
  );
