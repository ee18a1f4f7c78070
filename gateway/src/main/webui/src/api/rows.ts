// The rows that reports and the live stream have in common, as docs/api.md describes them. A field that
// has no value is left out of an answer.

import type { Both } from '../words';

export type Light = 'achieved' | 'overdue' | 'on-track' | 'at-risk' | 'behind' | 'not-due';
export type LightCounts = Partial<Record<Light, number>>;

/** From what needs attention most to what needs none. */
export const LIGHTS: readonly Light[] = ['overdue', 'behind', 'at-risk', 'on-track', 'not-due', 'achieved'];

/** How many targets stand how: what a scope, a plan, an item and a rollup have in common. */
export interface Tally {
  light?: Light;
  targets: number;
  reported: number;
  unreported: number;
  lights: LightCounts;
}

export interface ScopeRow extends Tally {
  scope: string;
  name: string;
  nameEn?: string;
  year: number;
  ended?: boolean;
  into?: string[];
}

export interface PlanRow extends Tally {
  plan: string;
  district: string;
  year: number;
  title: string;
  titleEn?: string;
  revision: number;
  state: 'draft' | 'published' | 'closed';
  closedAt?: string;
}

/** What was promised and what was reached, be it of a target or of a sum over districts. */
export interface Measured {
  promised?: number;
  reached?: number;
  pace?: number;
  light?: Light;
  unit?: string;
}

export interface RollupRow extends Measured, Tally {
  light?: Light;
  scope: string;
  scopeName: string;
  scopeNameEn?: string;
  year: number;
  indicator: string;
  name: string;
  nameEn?: string;
  unit: string;
  aggregation: 'sum' | 'ratio' | 'max' | 'latest' | 'none';
  share?: number;
  reportedAt?: string;
}

export interface DistrictPart extends Measured, Tally {
  light?: Light;
  district: string;
  name: string;
  nameEn?: string;
  share?: number;
  reportedAt?: string;
}

export interface ProblemCounts {
  open: number;
  overdue: number;
}

export interface TargetRow extends Measured {
  target: string;
  plan: string;
  item: string;
  district: string;
  year: number;
  revision: number;
  title: string;
  titleEn?: string;
  kind: 'quantity' | 'ratio' | 'coverage' | 'project' | 'deadline' | 'frequency' | 'money' | 'narrative';
  operator?: string;
  indicator?: string;
  start: string;
  due: string;
  low?: number;
  high?: number;
  numerator?: number;
  denominator?: number;
  done?: number;
  light: Light;
  unreported: boolean;
  reportedOn?: string;
  reportedAt?: string;
  /** The bureau's word on the latest report that counts. */
  verdict?: 'verified' | 'disputed';
  disputed?: boolean;
  explanationDue?: Both;
  reason: Both;
}

export interface ItemRow extends Omit<Tally, 'targets'> {
  item: string;
  plan: string;
  no?: string;
  title: string;
  titleEn?: string;
  targets: number;
}

export interface EventRow {
  ledger: string;
  seq: number;
  id: string;
  type: string;
  district: string;
  subject?: string;
  plan?: string;
  title?: string;
  titleEn?: string;
  unit?: string;
  day?: string;
  value?: number;
  numerator?: number;
  denominator?: number;
  project?: string;
  milestone?: string;
  stage?: string;
  note?: string;
  by?: string;
  refers?: string;
  part?: string;
  recordedAt: string;
  voided: boolean;
  explained?: boolean;
}

/** How fresh an answer is; `late` while something has come that could not be applied yet. */
export interface Freshness {
  recordedUpTo?: string;
  positions: Record<string, number>;
  late: boolean;
}
