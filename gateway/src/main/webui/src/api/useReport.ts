// A report that a page shows: read anew when what it depends on changes, and when the stream says that
// something in it has moved. What was shown stays while the next is on its way, so nothing flickers: also
// when the same is asked for from another day or moment, and then the page says that it is on its way.

import { computed, onScopeDispose, ref, shallowReactive, shallowRef, watch } from 'vue';
import { useSession } from '../session/useSession';
import { useSnapshots } from '../live/useStream';
import { Refused } from './refused';

const TRY_AGAIN = 5_000;
const AT_MOST_EVERY = 400;

/** The reports that still show what they were from another point of view. */
const waiting = shallowReactive(new Set<object>());
export const isOnItsWay = computed(() => waiting.size > 0);

/** What is asked about, whatever the day and the moment that it is seen from. */
const subjectOf = (depends: string | undefined): string | undefined =>
  depends &&
  JSON.stringify(JSON.parse(depends), (key, value: unknown) =>
    key === 'asOf' || key === 'knownAt' ? undefined : value,
  );

export function useReport<T>(depends: () => unknown, fetch: (signal: AbortSignal) => Promise<T>) {
  const data = shallowRef<T | null>(null);
  const failure = shallowRef<Refused | null>(null);
  const isReading = ref(false);
  let abort: AbortController | null = null;
  let timer = 0;
  const self = {};

  async function load(): Promise<void> {
    clearTimeout(timer);
    timer = 0;
    abort?.abort();
    const mine = (abort = new AbortController());
    isReading.value = true;
    try {
      const answer = await fetch(mine.signal);
      if (mine.signal.aborted) return;
      data.value = answer;
      failure.value = null;
      waiting.delete(self);
    } catch (cause) {
      if (mine.signal.aborted) return;
      fail(cause instanceof Refused ? cause : new Refused(0));
      if (!(cause instanceof Refused)) throw cause;
    } finally {
      if (mine === abort) isReading.value = false;
    }
  }

  function fail(cause: Refused): void {
    if (cause.status === 401) useSession().expire();
    failure.value = cause;
    if (cause.isFinal) forget();
    else timer = window.setTimeout(load, Math.max(TRY_AGAIN, cause.retryAfterMillis));
  }

  function forget(): void {
    data.value = null;
    waiting.delete(self);
  }

  /** Reads again soon; many askings become one reading. */
  function refresh(): void {
    if (!timer) timer = window.setTimeout(load, AT_MOST_EVERY);
  }

  // By what it says: what is computed anew and comes to the same asks for nothing.
  watch(
    () => JSON.stringify(depends()),
    (now, before) => {
      // Gone at once only where it would be taken for something else.
      if (data.value !== null && subjectOf(now) === subjectOf(before)) waiting.add(self);
      else forget();
      failure.value = null;
      void load();
    },
    { immediate: true },
  );
  useSnapshots(refresh);
  onScopeDispose(() => {
    waiting.delete(self);
    clearTimeout(timer);
    abort?.abort();
  });

  return { data, failure, isReading, refresh, load };
}
