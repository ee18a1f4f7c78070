// One stream for all pages: what it tells goes into the board, and to whichever page listens.

import { onScopeDispose, reactive, readonly, ref, shallowReactive } from 'vue';
import { address, read } from '../api/call';
import type { Refused } from '../api/refused';
import type { Freshness } from '../api/rows';
import { useSession } from '../session/useSession';
import { type Change, type Snapshot, useBoard } from './useBoard';
import { type Link, Stream } from './stream';

const HIDDEN_FOR = 120_000; // a browser has six connections to an address; an unseen page keeps none
const TODAY_AFTER = 1_500;

const link = reactive<{ word: Link; seconds: number }>({ word: 'connecting', seconds: 0 });
const trouble = ref<'unreachable' | 'offline' | null>(null);
const refused = ref<Refused | null>(null);

/** When each row last changed before everybody's eyes; by kind and key, such as target/320412-2022.6.1. */
const changedAt = shallowReactive(new Map<string, number>());
const CHANGES_KEPT = 2_000;

const listeners = new Set<(changes: Change[]) => void>();
const snapshots = new Set<() => void>();

let url = '';
let pending: Change[] = [];
let hiddenTimer = 0;
let todayTimer = 0;
let freshnessTimer = 0;

const stream = new Stream({
  event(name, data) {
    if (name === 'snapshot') begin(data as Snapshot);
    else if (name === 'change') take(data as Change);
  },
  link(word, seconds = 0) {
    Object.assign(link, { word, seconds });
    if (word === 'live') trouble.value = null;
  },
  failed() {
    trouble.value = navigator.onLine ? 'unreachable' : 'offline';
  },
  refused(failure) {
    if (failure.status === 401) useSession().expire();
    else refused.value = failure;
  },
});

function begin(snapshot: Snapshot): void {
  pending = [];
  refused.value = null;
  useBoard().load(snapshot);
  snapshots.forEach((tell) => tell());
}

/** Many changes become one repaint. */
function take(change: Change): void {
  if (!pending.length) {
    if (document.hidden) setTimeout(flush, 250);
    else requestAnimationFrame(flush);
  }
  pending.push(change);
}

function flush(): void {
  const changes = pending;
  pending = [];
  const board = useBoard();
  const now = Date.now();
  const hasPlanEvent = changes.some((change) => board.isPlanEvent(change));
  changes.forEach((change) => board.apply(change));
  listeners.forEach((tell) => tell(changes));
  // After the rows, so that what glows already says what is new.
  if (changedAt.size > CHANGES_KEPT) changedAt.clear();
  changes.forEach(({ kind, key }) => changedAt.set(`${kind}/${key}`, now));
  if (changes.some(({ kind }) => kind === 'rollup')) askToday();
  if (hasPlanEvent) askFreshness();
}

/** What a plan's ledger has recorded is told as a row, without the moment of it. */
function askFreshness(): void {
  if (freshnessTimer) return;
  freshnessTimer = window.setTimeout(async () => {
    freshnessTimer = 0;
    const { scope, year, renew } = useBoard();
    const query = { scope, year, limit: 1 };
    const answer = await read<{ freshness: Freshness }>('/events/latest', query).catch(() => null);
    if (answer) renew(answer.freshness, scope);
  }, TODAY_AFTER);
}

/** Lights that move may mean that the day has turned. */
function askToday(): void {
  if (todayTimer) return;
  todayTimer = window.setTimeout(async () => {
    todayTimer = 0;
    const answer = await read<{ today: string }>('/today').catch(() => null);
    if (answer) useBoard().today = answer.today;
  }, TODAY_AFTER);
}

/** Opens the stream of a scope and year, unless it is the one that is open. */
export function follow(scope: string, year?: number): void {
  const wanted = address('/live', { scope, year });
  if (wanted === url) return;
  url = wanted;
  refused.value = null;
  useBoard().forget();
  stream.open(url);
}

export function letGo(): void {
  url = '';
  stream.close();
  Object.assign(link, { word: 'closed', seconds: 0 });
  trouble.value = null;
  refused.value = null;
  useBoard().forget();
}

document.addEventListener('visibilitychange', () => {
  clearTimeout(hiddenTimer);
  if (!url) return;
  if (document.hidden) {
    hiddenTimer = window.setTimeout(() => {
      stream.close();
      link.word = 'paused';
    }, HIDDEN_FOR);
  } else if (link.word === 'paused') stream.resume(url);
  else stream.hurry();
});
addEventListener('online', () => {
  // A break that the connection outlived is over as soon as the network is back.
  if (link.word === 'live') trouble.value = null;
  stream.hurry();
});
addEventListener('offline', () => (trouble.value = 'offline'));

export function useStream() {
  return {
    link: readonly(link),
    trouble: readonly(trouble),
    refused,
    /** When the row changed, or nothing: what v-glow is given. */
    glow: (kind: Change['kind'], key: string): number | undefined => changedAt.get(`${kind}/${key}`),
  };
}

/** Tells a page of changes for as long as it is shown. */
export function useChanges(tell: (changes: Change[]) => void): void {
  listeners.add(tell);
  onScopeDispose(() => listeners.delete(tell));
}

/** Tells a page when the stream began anew: what came between is not known one by one. */
export function useSnapshots(tell: () => void): void {
  snapshots.add(tell);
  onScopeDispose(() => snapshots.delete(tell));
}
