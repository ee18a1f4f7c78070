// Verifications under way and how they ended, one ledger after the other.

import { computed, onScopeDispose, reactive, ref } from 'vue';
import { postLines } from '../api/lines';
import { Refused } from '../api/refused';
import { remaining } from './lasting';

export const PROJECTIONS = 'projections';

/** A line of a verification; the one with `ok` is the result. */
interface Line {
  checking?: string;
  done?: number;
  of?: number;
  ok?: boolean;
  events?: number;
  erased?: number;
  fault?: { seq: number; why: string };
  rows?: Record<string, number>;
  ledgers?: Record<string, number>;
  differencesFound?: number;
  differences?: { kind: string; key: string; field: string; stored?: unknown; expected?: unknown }[];
}

export type Verified =
  | { state: 'waiting' }
  | { state: 'running'; checking?: string; done: number; of: number; beganAt: number }
  | { state: 'right'; at: string; events: number; erased: number }
  | { state: 'wrong'; at: string; result: Line }
  | { state: 'failed'; why: string };

/** Where a ledger, or the projections, are verified. */
export function addressOf(what: string): string {
  if (what === PROJECTIONS) return '/projection/verify';
  const [owner, key] = what.split('/');
  return owner === 'plans' ? `/ledgers/plans/${key}/verify` : `/districts/${key}/ledger/verify`;
}

export function useVerifying(unreachable: () => string) {
  const results = reactive(new Map<string, Verified>());
  const abort = ref<AbortController | null>(null);
  const queue = ref<string[]>([]);
  const total = ref(0);
  onScopeDispose(() => abort.value?.abort());

  const isBusy = computed(() => abort.value !== null);
  const done = computed(() => total.value - queue.value.length);

  async function verify(whats: string[]): Promise<void> {
    if (abort.value) return;
    const mine = (abort.value = new AbortController());
    queue.value = [...whats];
    total.value = whats.length;
    for (const what of whats) results.set(what, { state: 'waiting' });
    for (const what of whats) {
      if (mine.signal.aborted) break;
      await one(what, mine.signal);
      queue.value = queue.value.slice(1);
    }
    for (const what of queue.value) results.delete(what);
    queue.value = [];
    abort.value = null;
  }

  async function one(what: string, signal: AbortSignal): Promise<void> {
    const beganAt = Date.now();
    let result: Line | undefined;
    results.set(what, { state: 'running', done: 0, of: 0, beganAt });
    try {
      await postLines<Line>(
        addressOf(what),
        (line) => {
          if (line.ok === undefined)
            results.set(what, {
              state: 'running',
              checking: line.checking,
              done: line.done ?? 0,
              of: line.of ?? 0,
              beganAt,
            });
          else result = line;
        },
        signal,
      );
      results.set(what, result ? ended(result) : { state: 'failed', why: unreachable() });
    } catch (cause) {
      if (signal.aborted) results.delete(what);
      else if (cause instanceof Refused)
        results.set(what, { state: 'failed', why: cause.status ? cause.message : unreachable() });
      else throw cause;
    }
  }

  const stop = () => abort.value?.abort();

  return { results, isBusy, done, total, verify, stop };
}

function ended(result: Line): Verified {
  const at = new Date().toISOString();
  if (!result.ok) return { state: 'wrong', at, result };
  const sum = (counts: Record<string, number> = {}) => Object.values(counts).reduce((all, n) => all + n, 0);
  return { state: 'right', at, events: result.events ?? sum(result.ledgers), erased: result.erased ?? 0 };
}

export const secondsLeft = (running: { done: number; of: number; beganAt: number }, now: number) =>
  remaining(running.done, running.of, (now - running.beganAt) / 1000);
