// What somebody is typing, kept in this tab until it is in the ledger: a reload, a session that ended or a
// closed dialog loses nothing. It is the tab's own and the visitor's own.

import { reactive, watch } from 'vue';
import { useSession } from '../session/useSession';

const ROOM = 'duban.draft.';

export function useDraft<T extends object>(name: string, empty: () => T) {
  const key = `${ROOM}${useSession().visitor?.subject ?? ''}/${name}`;
  const draft = reactive(keptDraft(stored(key), empty())) as T;
  watch(draft, () => store(key, JSON.stringify(draft)));

  function clear(): void {
    Object.assign(draft, empty());
    // After the watcher, which would keep the empty one.
    queueMicrotask(() => setTimeout(() => store(key, null)));
  }

  return { draft, clear };
}

/** The draft that was kept, as far as it still has the shape of one. */
export function keptDraft<T extends object>(kept: string | null, empty: T): T {
  try {
    const found = JSON.parse(kept ?? '{}') as Record<string, unknown>;
    const fits = Object.entries(empty).filter(
      ([name, value]) =>
        typeof found[name] === typeof value && Array.isArray(found[name]) === Array.isArray(value),
    );
    return { ...empty, ...Object.fromEntries(fits.map(([name]) => [name, found[name]])) };
  } catch {
    return empty;
  }
}

function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing still takes the report.
  }
}
