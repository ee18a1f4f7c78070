// Plans as plans-service keeps them: drafts, revisions, what each changed, and what is done to them.

import { change, read, readAll, readTagged } from './call';

export type PlanState = 'draft' | 'published' | 'closed';

export interface PlanBrief {
  plan: string;
  district: string;
  year: number;
  title: string;
  state: PlanState;
  /** The latest; null before the first. */
  revision: number | null;
  /** Whether there is a draft that says something else than the latest revision. */
  editing: boolean;
  /** Proposals of its document that wait; left out of a plan written by hand. */
  undecided?: number;
  etag: string;
}

/** A promise as a draft and a revision hold it. */
export interface Target {
  id: string;
  title: string;
  titleEn?: string;
  kind: string;
  operator?: string;
  strict?: boolean;
  value?: number;
  low?: number;
  high?: number;
  unit?: string;
  stated?: { value: number; unit: string };
  indicator?: string;
  measure?: string;
  baseline?: number;
  denominator?: number;
  scope?: string;
  start?: string;
  due?: string;
  projects?: string[];
  projectsComplete?: boolean;
  finalMilestone?: string;
  period?: string;
  pace?: { on: string; share: number }[];
  continues?: string;
  [more: string]: unknown;
}

export interface WorkItem {
  key: string;
  no?: string;
  title: string;
  titleEn?: string;
  targets: Target[];
}

export interface PlanContent {
  district: string;
  year: number;
  title: string;
  titleEn?: string;
  sections: { no?: string; title?: string; titleEn?: string; items: WorkItem[] }[];
}

/** Something at a place of a draft: a fault, or what should be seen. */
export interface AtPointer<T> {
  pointer: string;
  detail: T;
}

export interface PlanView {
  plan: string;
  district: string;
  year: number;
  state: PlanState;
  revision: number | null;
  editedAt: string;
  editedBy: string;
  content?: PlanContent;
  draft?: PlanContent;
  undecided?: number;
  closed?: { at: string; by: string; reason?: string };
  warnings: AtPointer<{ zh: string; en: string }>[];
  etag: string;
}

export interface Revision {
  revision: number;
  publishedAt: string;
  by: string;
  reason?: string;
}

export interface ChangedField {
  field: string;
  before?: unknown;
  after?: unknown;
}

export interface RevisionChanges {
  revision: number;
  against: number;
  changes: {
    fields: ChangedField[];
    items: {
      added: { item: string; title: string }[];
      removed: { item: string; title: string }[];
      changed: { item: string; title: string; fields: ChangedField[] }[];
    };
    targets: {
      added: { target: string; title: string }[];
      dropped: { target: string; title: string }[];
      changed: { target: string; title: string; fields: ChangedField[] }[];
    };
  };
}

export interface CarriedOver {
  plan: string;
  carried: { from: string; to: string }[];
  skipped: { from: string; to: string }[];
}

const path = (plan: string) => `/plans/${encodeURIComponent(plan)}`;

export const allPlans = (district?: string, signal?: AbortSignal) =>
  readAll<PlanBrief, 'plans'>('/plans', 'plans', { district, limit: 200 }, signal);

export const planView = (plan: string, signal?: AbortSignal) =>
  readTagged<PlanView>(path(plan), {}, signal).then(({ data }) => data);

export const createPlan = async (content: PlanContent) =>
  (await change<PlanView>('POST', '/plans', { body: content })).data;

export const editPlan = async (plan: string, etag: string, content: PlanContent) =>
  (await change<PlanView>('PUT', path(plan), { etag, body: content })).data;

export const revisionsOf = async (plan: string) =>
  (await read<{ revisions: Revision[] }>(`${path(plan)}/revisions`)).revisions;

export const changesOf = (plan: string, revision: number) =>
  read<RevisionChanges>(`${path(plan)}/revisions/${revision}/changes`);

export const publishPlan = (plan: string, etag: string, reason?: string) =>
  change<PlanView>('POST', `${path(plan)}/publish`, { etag, body: reason ? { reason } : {} });

export const closePlan = (plan: string, etag: string, reason?: string) =>
  change<PlanView>('POST', `${path(plan)}/close`, { etag, body: reason ? { reason } : {} });

export const carryOver = async (plan: string, targets: string[], remaining: Record<string, unknown>) =>
  (await change<CarriedOver>('POST', `${path(plan)}/carry-over`, { body: { targets, remaining } })).data;
