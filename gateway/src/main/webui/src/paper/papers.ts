// What /bulletins and /summaries answer, as docs/bulletins.md describes it. What has no value is left out.

import { change, read, readAll } from '../api/call';
import type { Light, LightCounts, TargetRow } from '../api/rows';
import type { Both } from '../words';
import { paperPath, type Period } from './period';

export interface Paper {
  state: 'issued' | 'draft';
  number?: number;
  digest?: string;
  by?: string;
  issuedAt?: string;
  content: Bulletin | Summary;
}

export type IssueLine = Omit<Paper, 'content'> & { number: number; issuedAt: string; by: string };

interface Common {
  heading: Heading;
  positions: Record<string, { seq: number; hash: string }>;
  overview: ScopeLine[];
  indicators: IndicatorLine[];
  reporting: ReportingLine[];
  problems: ProblemPart;
  targets: TargetLine[];
}

export interface Bulletin extends Common {
  /** Plans that were not published yet on the paper's day; papers issued earlier do not tell them. */
  publishedLater?: { plan: string; districtName: string; districtNameEn: string; published: string }[];
  reached: TargetLine[];
  behind: TargetLine[];
  madeUp: TargetLine[];
  unreported: TargetLine[];
  changes: TargetLine[];
}

export interface Summary extends Common {
  plans: PlanLine[];
  open: OpenItem[];
  appraisals: AppraisalLine[];
}

export const isBulletin = (content: Bulletin | Summary): content is Bulletin =>
  content.heading.kind === 'bulletin';

export interface Heading {
  kind: 'bulletin' | 'summary';
  scope: string;
  scopeName: string;
  scopeNameEn: string;
  period: string;
  asOf: string;
  knownAt: string;
  reportingAsOf: string;
  title: Both;
}

export interface Standing {
  light?: Light;
  targets: number;
  reported: number;
  unreported: number;
  lights: LightCounts;
}

export interface ScopeLine {
  scope: string;
  name: string;
  nameEn: string;
  now: Standing;
  lastMonth?: Standing;
  lastYear?: Standing;
}

export interface Trace {
  ledger: string;
  seq: number;
  events: number;
}

export type TargetLine = Pick<
  TargetRow,
  | 'target' | 'plan' | 'item' | 'district' | 'title' | 'titleEn' | 'kind' | 'unit' | 'indicator' | 'due' | 'promised'
  | 'reached' | 'numerator' | 'denominator' | 'pace' | 'light' | 'unreported' | 'reportedOn' | 'reason'
> & {
  districtName: string;
  districtNameEn: string;
  done: number;
  before?: Light;
  doneBefore?: number;
  since?: string;
  evidence: number;
  notes: string[];
  trace?: Trace;
  /** Absent in papers that were issued before it was told. */
  basis?: number[];
}; // prettier-ignore

export interface Figures {
  scope: string;
  name: string;
  nameEn: string;
  promised?: number;
  reached?: number;
  share?: number;
  pace?: number;
  light?: Light;
  lastMonth?: number;
  lastYear?: number;
  targets: string[];
}

export interface IndicatorLine {
  indicator: string;
  name: string;
  nameEn: string;
  unit?: string;
  total: Figures;
  districts: Figures[];
}

export interface ReportingLine {
  district: string;
  name: string;
  nameEn: string;
  due: number;
  onTime: number;
  late: number;
  missing: number;
  pending: number;
  rate?: number;
}

export interface ProblemLine {
  problem: string;
  district: string;
  districtName: string;
  districtNameEn: string;
  item: string;
  itemTitle?: string;
  severity?: string;
  text?: string;
  state: 'open' | 'rectified' | 'closed';
  due: string;
  overdueDays: number;
}

export interface ProblemPart {
  open: number;
  rectified: number;
  closed: number;
  opened: ProblemLine[];
  verified: ProblemLine[];
  overdue: ProblemLine[];
}

export interface PlanLine {
  plan: string;
  district: string;
  districtName: string;
  districtNameEn: string;
  title: string;
  titleEn?: string;
  revision: number;
  closed: boolean;
  added: { target: string; title: string }[];
  dropped: { target: string; title: string }[];
}

export interface OpenItem {
  target: string;
  district: string;
  districtName: string;
  title: string;
  titleEn?: string;
  unit?: string;
  remaining: number;
  why: Both;
}

export interface AppraisalLine {
  district: string;
  districtName: string;
  districtNameEn: string;
  plan: string;
  score?: number;
  grade?: string;
  text?: string;
  by?: string;
  on: string;
  current: boolean;
}

export interface Proof {
  number: number;
  digest: string;
  proved: boolean;
  digestFits: boolean;
  places: { ledger: string; seq: number; hash: string; found?: string; holds: boolean }[];
  recorded?: { ledger: string; seq: number; holds: boolean };
  sameToday: boolean;
  differences: { pointer: string; issued?: unknown; now?: unknown }[];
}

/** An issue as the catalogue's ledger has it; the whole list of a scope in one call. */
export interface Issued {
  issue: { kind: 'bulletin' | 'summary'; scope: string; period: string; number: number };
  issuedAt: string;
  by: string;
}

/** Which of its versions: an issue by its number, the draft, or the latest that there is. */
export interface Version {
  issue?: number;
  draft?: boolean;
  knownAt?: string;
}

type Signal = AbortSignal | undefined;

export const paper = (scope: string, period: Period, version: Version, signal?: Signal) =>
  read<Paper>(paperPath(scope, period), { ...version }, signal);

export const issuesOf = async (scope: string, period: Period, signal?: Signal) =>
  (await read<{ issues: IssueLine[] }>(`${paperPath(scope, period)}/issues`, {}, signal)).issues;

export const issuesOfScope = (scope: string, signal?: Signal) =>
  readAll<Issued, 'issues'>('/issues', 'issues', { scope, limit: 200 }, signal);

export const issue = async (scope: string, period: Period) =>
  (await change<IssueLine>('POST', `${paperPath(scope, period)}/issue`)).data;

export const proof = (scope: string, period: Period, number: number, signal?: Signal) =>
  read<Proof>(`${paperPath(scope, period)}/proof`, { issue: number }, signal);
