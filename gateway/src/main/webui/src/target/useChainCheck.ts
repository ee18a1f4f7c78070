import { onScopeDispose, ref } from 'vue';
import { address } from '../api/call';
import { hashOf, parsePage, START, toHex } from './chain';

const PAGE = 500;

export type Outcome =
  | { state: 'idle' | 'unable' | 'failed' }
  | { state: 'running'; done: number; of: number }
  | { state: 'right'; seq: number; erased: number; hash: string }
  | { state: 'wrong'; seq: number };

/** Reads a district's whole ledger and recomputes it here, in the reader's own browser. */
export function useChainCheck() {
  // Browsers give out their SHA-256 on https and on the machine itself only.
  const outcome = ref<Outcome>({ state: globalThis.crypto?.subtle ? 'idle' : 'unable' });
  const abort = new AbortController();
  onScopeDispose(() => abort.abort());

  async function check(district: string, of: number): Promise<void> {
    outcome.value = { state: 'running', done: 0, of };
    try {
      outcome.value = await recompute(district, of);
    } catch {
      if (!abort.signal.aborted) outcome.value = { state: 'failed' };
    }
  }

  async function recompute(district: string, of: number): Promise<Outcome> {
    let previous = START;
    let done = 0;
    let erased = 0;
    for (let after: number | undefined = 0; after !== undefined;) {
      const page = await pageOf(district, after);
      for (const event of page.events) {
        const made = await hashOf(previous, event);
        if (event.seq !== done + 1 || toHex(made.hash) !== event.hash)
          return { state: 'wrong', seq: event.seq };
        previous = made.hash;
        done = event.seq;
        if (made.isErased) erased++;
      }
      outcome.value = { state: 'running', done, of: Math.max(of, done) };
      after = page.next;
    }
    return { state: 'right', seq: done, erased, hash: toHex(previous) };
  }

  async function pageOf(district: string, after: number) {
    const url = address(`/districts/${district}/events`, { after, limit: PAGE });
    const response = await fetch(url, { signal: abort.signal, cache: 'no-store' });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return parsePage(await response.text());
  }

  return { outcome, check };
}
