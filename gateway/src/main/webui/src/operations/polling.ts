// Looks again and again while the page is in sight, and at once when it comes back into sight.

import { onScopeDispose } from 'vue';

export function usePolling(everyMillis: () => number, work: (signal: AbortSignal) => Promise<void>) {
  let timer = 0;
  let isOver = false;
  let running: AbortController | null = null;

  async function now(): Promise<void> {
    clearTimeout(timer);
    running?.abort();
    const mine = (running = new AbortController());
    try {
      await work(mine.signal);
    } catch (cause) {
      if (!mine.signal.aborted) throw cause;
    } finally {
      if (mine === running && !isOver) {
        clearTimeout(timer);
        if (document.visibilityState === 'visible') timer = window.setTimeout(now, everyMillis());
      }
    }
  }

  const seen = () => document.visibilityState === 'visible' && void now();
  document.addEventListener('visibilitychange', seen);
  onScopeDispose(() => {
    isOver = true;
    clearTimeout(timer);
    running?.abort();
    document.removeEventListener('visibilitychange', seen);
  });
  void now();

  return { now };
}
