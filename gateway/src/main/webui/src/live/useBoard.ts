import { defineStore } from 'pinia';
import { computed, ref, shallowReactive } from 'vue';
import type { EventRow, Freshness, PlanRow, RollupRow, ScopeRow } from '../api/rows';

/** The first thing that a stream says: everything that the overview shows. */
export interface Snapshot {
  scope: string;
  year: number;
  today: string;
  freshness: Freshness;
  rollups: RollupRow[];
  scopes: ScopeRow[];
  plans: PlanRow[];
  events: EventRow[];
}

/** What the stream says then; a row of null is gone. */
export interface Change {
  kind: 'target' | 'item' | 'plan' | 'rollup' | 'scope' | 'event' | 'problem';
  key: string;
  row: unknown;
}

const EVENTS_KEPT = 40;

/** What the stream has said so far: the scope, what lies directly below it, its plans, its last events. */
export const useBoard = defineStore('board', () => {
  const scope = ref('');
  const year = ref(0);
  const today = ref('');
  const freshness = ref<Freshness>({ positions: {}, late: false });
  const rollups = shallowReactive(new Map<string, RollupRow>());
  const scopes = shallowReactive(new Map<string, ScopeRow>());
  const plans = shallowReactive(new Map<string, PlanRow>());
  const events = ref<EventRow[]>([]);
  const isLoaded = ref(false);

  const own = computed(() => scopes.get(scope.value));

  function load(snapshot: Snapshot): void {
    scope.value = snapshot.scope;
    year.value = snapshot.year;
    today.value = snapshot.today;
    freshness.value = snapshot.freshness;
    fill(rollups, snapshot.rollups, (row) => `${row.scope}/${row.year}/${row.indicator}`);
    fill(scopes, snapshot.scopes, (row) => row.scope);
    fill(plans, snapshot.plans, (row) => row.plan);
    events.value = snapshot.events.slice(0, EVENTS_KEPT);
    isLoaded.value = true;
  }

  /** Whether a plan was published, amended or closed; its row changes with each report too. */
  function isPlanEvent({ kind, key, row }: Change): boolean {
    if (kind !== 'plan') return false;
    const [before, after] = [plans.get(key), row as PlanRow | null];
    return before?.revision !== after?.revision || before?.state !== after?.state;
  }

  /** What the reports include by now, unless somebody has gone on to another scope. */
  function renew(fresh: Freshness, of: string): void {
    if (of === scope.value) freshness.value = fresh;
  }

  /** Takes one change in; what the overview does not show passes by. */
  function apply({ kind, key, row }: Change): void {
    if (kind === 'rollup') put(rollups, key, row as RollupRow | null);
    else if (kind === 'plan') put(plans, key, row as PlanRow | null);
    else if (kind === 'scope') putScope(key, row as ScopeRow | null);
    else if (kind === 'event' && row) addEvent(row as EventRow);
  }

  function putScope(key: string, row: ScopeRow | null): void {
    // A division without targets stays on the page: it is told to be silent.
    const known = scopes.get(key);
    if (row) scopes.set(key, row);
    else if (known) {
      scopes.set(key, { ...known, targets: 0, reported: 0, unreported: 0, lights: {}, light: undefined });
    }
  }

  function addEvent(row: EventRow): void {
    const others = events.value.filter((one) => one.ledger !== row.ledger || one.seq !== row.seq);
    events.value = [
      row,
      ...others.map((one) => (takesBack(row, one) ? { ...one, voided: true } : one)),
    ].slice(0, EVENTS_KEPT);
    const upTo = freshness.value.recordedUpTo;
    if (!upTo || row.recordedAt > upTo)
      freshness.value = { ...freshness.value, recordedUpTo: row.recordedAt };
  }

  function forget(): void {
    isLoaded.value = false;
    [rollups, scopes, plans].forEach((rows) => rows.clear());
    events.value = [];
  }

  return {
    scope,
    year,
    today,
    freshness,
    rollups,
    scopes,
    plans,
    events,
    isLoaded,
    own,
    load,
    isPlanEvent,
    renew,
    apply,
    forget,
  };
});

const takesBack = (row: EventRow, one: EventRow) =>
  row.type === 'event.voided' && row.ledger === one.ledger && row.refers === one.id;

function fill<T>(map: Map<string, T>, rows: T[], key: (row: T) => string): void {
  map.clear();
  rows.forEach((row) => map.set(key(row), row));
}

function put<T>(map: Map<string, T>, key: string, row: T | null): void {
  if (row) map.set(key, row);
  else map.delete(key);
}
