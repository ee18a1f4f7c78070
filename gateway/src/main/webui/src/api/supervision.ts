// Who answers for a work item, and how far it has come.

import { read, readAll } from './call';
import type { PointOfView } from './reports';
import type { Both } from '../words';

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

export const itemReport = (item: string, query: PointOfView, signal?: AbortSignal) =>
  read<ItemReport>(`/items/${item}`, { ...query, limit: 1 }, signal);

export const supervised = (
  query: { scope: string; year?: number; explanationDue?: boolean } & PointOfView,
  signal?: AbortSignal,
) => readAll<SuperviseeItem, 'items'>('/supervision', 'items', { ...query, limit: 200 }, signal);

export const appraisals = async (
  query: { scope: string; year?: number } & PointOfView,
  signal?: AbortSignal,
) => (await read<{ appraisals: Appraisal[] }>('/appraisals', query, signal)).appraisals;
