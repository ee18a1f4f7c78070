// A plan's document beside what was read from it, and the decisions about that.

import { change, read, readAll, upload } from './call';
import type { Target } from './plans';
import type { Both } from '../words';

/** A place in a review's text, in UTF-16 code units, which is how strings count here too. */
export interface Span {
  start: number;
  end: number;
}

export interface Proposal {
  proposal: number;
  item: string;
  /** A plan promises, a summary reports. */
  role: 'target' | 'result';
  origin: 'read' | 'added';
  state: 'proposed' | 'accepted' | 'edited' | 'rejected';
  span: Span;
  quote: string;
  target: Target;
  confidence: number;
  doubts: Both[];
  suggestion?: { indicator: string; score: number; reason: 'learnt' | 'name'; learntFrom?: string };
  decided?: { by: string; at: string; reason?: string };
}

export interface ReviewItem {
  item: string;
  no?: string;
  path: string;
  title: string;
  titleEn?: string;
  paragraphs: Span[];
  /** The id for one more target of it. */
  next: string;
}

export interface ReviewSection {
  section: number;
  no?: string;
  path: string;
  title?: string;
  titleEn?: string;
  heading?: Span;
  items: ReviewItem[];
}

export interface Doubt {
  quote: string;
  span: Span;
  why: Both;
}

export interface Tally {
  undecided: number;
  accepted: number;
  edited: number;
  rejected: number;
  results: number;
}

export interface ReviewView {
  plan: string;
  district: string;
  year: number;
  title: string;
  etag: string;
  source: { file: string; importedBy: string; importedAt: string };
  head: { title?: string };
  tally: Tally;
  text: string;
  sections: ReviewSection[];
  paragraphs: { span: Span; node: string }[];
  proposals: Proposal[];
  doubts: Doubt[];
}

/** What a change has made of a review: the proposals that are other than before, and what counts anew. */
export interface ReviewChange {
  etag: string;
  tally: Tally;
  proposals: Proposal[];
  next: Record<string, string>;
}

export interface Decision {
  proposal: number;
  decision: 'accept' | 'edit' | 'reject' | 'reopen' | 'map';
  target?: Target;
  reason?: string;
  indicator?: string;
  suggested?: boolean;
}

/** What marked words may promise. */
export interface Guess {
  target: Target;
  confidence: number;
  suggestion?: Proposal['suggestion'];
}

export interface Titles {
  title?: string;
  sections?: { section: number; title: string; titleEn?: string }[];
  items?: { item: string; title: string; titleEn?: string }[];
}

export interface HistoryEntry {
  seq: number;
  proposal?: number;
  action: string;
  before?: { target?: Target } & Titles;
  after?: string | ({ target?: Target } & Titles);
  reason?: string;
  by: string;
  at: string;
}

export interface HandedIn {
  review: number;
  file: string;
  importedBy: string;
  importedAt: string;
  current: boolean;
}

export type ChangeKind = 'continued' | 'rose' | 'fell' | 'new' | 'vanished';

export interface ComparisonRow {
  change: ChangeKind;
  before?: Target;
  after?: Target;
  difference?: number;
  share?: number;
  by?: 'indicator' | 'title';
  likeness?: number;
}

export interface Comparison {
  plan: { plan: string; year: number; title: string; content: 'draft' | 'prospect' | 'published' };
  with: { plan: string; year: number; title: string };
  rows: ComparisonRow[];
}

const path = (plan: string) => `/plans/${encodeURIComponent(plan)}/review`;

export const reviewOf = (plan: string, signal?: AbortSignal) => read<ReviewView>(path(plan), {}, signal);

export const decide = async (plan: string, etag: string, decisions: Decision[]) =>
  (await change<ReviewChange>('POST', `${path(plan)}/decisions`, { etag, body: { decisions } })).data;

export const mark = async (plan: string, etag: string, marked: Span & { quote: string; target: Target }) =>
  (await change<ReviewChange>('POST', `${path(plan)}/proposals`, { etag, body: marked })).data;

export const retitle = async (plan: string, etag: string, titles: Titles) =>
  (await change<ReviewChange>('PUT', `${path(plan)}/titles`, { etag, body: titles })).data;

export const guessesAt = (plan: string, { start, end }: Span) =>
  read<{ item?: string; targets: Guess[] }>(`${path(plan)}/reading`, { start, end });

/** The documents that were handed in for the plan, also those that nobody reviews any more. */
export const filesOf = async (plan: string, signal?: AbortSignal) =>
  (await read<{ imports: HandedIn[] }>(`${path(plan)}/history`, { after: 999_999_999, limit: 1 }, signal))
    .imports;

export async function historyOf(plan: string): Promise<{ files: HandedIn[]; entries: HistoryEntry[] }> {
  const [imports, entries] = await Promise.all([
    filesOf(plan),
    readAll<HistoryEntry, 'entries'>(`${path(plan)}/history`, 'entries', { limit: 500 }),
  ]);
  return { files: imports, entries: entries.reverse() };
}

export const originalOf = (plan: string, review?: number) =>
  `/api/v1${path(plan)}/original${review === undefined ? '' : `?review=${review}`}`;

export const comparisonOf = (
  plan: string,
  query: { with?: string; undecided: boolean },
  signal?: AbortSignal,
) => read<Comparison>(`/plans/${encodeURIComponent(plan)}/comparison`, query, signal);

export const MOST_BYTES = 20 * 1024 * 1024;

export function handIn(
  { file, district, year, replace }: { file: File; district: string; year: number; replace: boolean },
  sent: (share: number) => void,
): Promise<{ plan: string }> {
  const form = new FormData();
  form.set('district', district);
  form.set('year', String(year));
  form.set('file', file);
  return upload('/plans/import', form, { query: replace ? { replace } : {}, sent });
}
