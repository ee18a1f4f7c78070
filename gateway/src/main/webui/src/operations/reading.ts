// What the parts say of themselves. Each is asked by itself, since one that is away must not hide the others.

import { read } from '../api/call';
import { Refused } from '../api/refused';

export type Service = 'gateway' | 'plans' | 'progress' | 'reporting';

export interface Process {
  service: string;
  version: string;
  startedAt: string;
  uptimeSeconds: number;
  heapBytes: number;
  heapMostBytes: number;
}

interface Trouble {
  since: string;
  why: string;
}

export interface Relay {
  topic: string;
  unsent: number;
  ledgers: { ledger: string; seq: number; sent: number }[];
  trouble?: Trouble;
}

/** What one of the processes says; what does not concern it is left out. */
export interface Operations {
  process: Process;
  databaseAnswers?: boolean;
  kafka?: { answers: boolean; brokers: number; why?: string };
  relay?: Relay;
  held?: { ledger: string; since: string; why: string }[];
  serving?: boolean;
  intake?: { topic: string; trouble?: Trouble }[];
  recordedUpTo?: string;
  requests?: number;
  streams?: number | { open: number; most: number };
  webhooks?: { webhooks: number; turnedOff: number; failing: number; waiting: number; givenUp: number };
}

export interface Head {
  ledger: string;
  seq: number;
  hash: string;
  recordedAt?: string | null;
}

export interface Rebuild {
  no: number;
  version: number;
  phase: string;
  done: number;
  of: number;
  eventsPerSecond: number;
  etaSeconds?: number;
  beganAt: string;
  endedAt?: string;
  events?: number;
  seconds?: number;
  identical?: boolean;
  different?: string[];
  failure?: string;
}

export type LetterReader = 'progress' | 'reporting';
export type Outcome = 'applied' | 'passed' | 'fetched' | 'stray' | 'waiting';

export interface Redrive {
  outcome: Outcome;
  at: string;
  by: string;
  why?: string;
}

export interface Letter {
  letter: string;
  topic: string;
  partition: number;
  offset: number;
  at: string;
  state: 'open' | 'passed' | 'redriven';
  reason?: string;
  from?: { topic: string; partition: number; offset: number };
  key?: string;
  ledger?: string;
  seq?: number;
  type?: string;
  chars: number;
  mark?: number;
  redriven: Redrive[];
}

/** An answer, or that there was none; `status` is 0 when nobody answered at all. */
export type Said<T> = { data: T } | { status: number; why: string };

export const dataOf = <T>(said: Said<T> | undefined): T | null => (said && 'data' in said ? said.data : null);

/** Everything of one look. */
export interface Look {
  at: number;
  services: Record<Service, Said<Operations>>;
  plans: Said<Head[]>;
  progress: Said<Head[]>;
  positions: Said<Record<string, number>>;
  rebuild: Said<Rebuild | null>;
}

export interface Letters {
  progress: Said<{ letters: Letter[]; older: boolean }>;
  reporting: Said<{ letters: Letter[]; older: boolean }>;
}

async function said<T>(asked: Promise<T>): Promise<Said<T>> {
  try {
    return { data: await asked };
  } catch (cause) {
    // Who is no longer signed in, or may not, has a page of its own for it.
    if (!(cause instanceof Refused) || cause.status === 401 || cause.status === 403) throw cause;
    return { status: cause.status, why: cause.message };
  }
}

export async function look(signal: AbortSignal): Promise<Look> {
  const operations = (service: Service) => said(read<Operations>(`/operations/${service}`, {}, signal));
  const heads = (owner: string) =>
    said(read<{ ledgers: Head[] }>(`/ledgers/${owner}`, {}, signal).then(({ ledgers }) => ledgers));
  const [gateway, plans, progress, reporting, planHeads, progressHeads, positions, rebuild] =
    await Promise.all([
      operations('gateway'),
      operations('plans'),
      operations('progress'),
      operations('reporting'),
      heads('plans'),
      heads('progress'),
      said(
        read<{ positions: Record<string, number> }>('/projection/positions', {}, signal).then(
          (answer) => answer.positions,
        ),
      ),
      said(lastRebuild(signal)),
    ]);
  return {
    at: Date.now(),
    services: { gateway, plans, progress, reporting },
    plans: planHeads,
    progress: progressHeads,
    positions,
    rebuild,
  };
}

/** Null when there was none yet. */
export async function lastRebuild(signal?: AbortSignal): Promise<Rebuild | null> {
  try {
    return await read<Rebuild>('/projection/rebuild', {}, signal);
  } catch (cause) {
    if (cause instanceof Refused && cause.status === 404) return null;
    throw cause;
  }
}

export async function lookAtLetters(signal: AbortSignal): Promise<Letters> {
  const of = (reader: LetterReader) =>
    said(read<{ letters: Letter[]; older: boolean }>(`/dead-letters/${reader}`, { limit: 50 }, signal));
  const [progress, reporting] = await Promise.all([of('progress'), of('reporting')]);
  return { progress, reporting };
}
