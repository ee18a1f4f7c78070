import { computed, ref, watch } from 'vue';
import { latestEvents, rollups, scopeStanding } from '../api/reports';
import { useReport } from '../api/useReport';
import { useBoard } from '../live/useBoard';
import { useViewpoint } from '../viewpoint/useViewpoint';
import { linesOfReport, linesOfRows } from './lines';

/** What the overview shows: of now from the live board, of any other time from the reports. */
export function useOverview() {
  const board = useBoard();
  const { viewpoint, pointOfView, isNow } = useViewpoint();

  const past = useReport(
    () => [board.scope, viewpoint.value.year, pointOfView.value],
    async (signal) => {
      if (!board.scope) return null;
      if (isNow.value) return undefined; // the board has it
      const query = { scope: board.scope, year: viewpoint.value.year, ...pointOfView.value };
      const [sums, standing, events] = await Promise.all([
        rollups(query, signal),
        scopeStanding(board.scope, query, signal),
        latestEvents(query, signal),
      ]);
      return { sums, standing, events };
    },
  );

  // What was live stays until the past that is looked back at is there.
  const isLive = ref(isNow.value);
  watch([isNow, past.data], ([now, found]) => (isLive.value = now || (isLive.value && !found)));

  const isThere = computed(() => (isLive.value ? board.isLoaded : past.data.value != null));
  const own = computed(() => (isLive.value ? board.own : past.data.value?.standing));
  const scopes = computed(() =>
    isLive.value
      ? [...board.scopes.values()].filter((row) => row.scope !== board.scope)
      : (past.data.value?.standing.scopes ?? []),
  );
  const lines = computed(() => {
    if (isLive.value) return linesOfRows(board.rollups.values(), board.scope);
    return past.data.value ? linesOfReport(past.data.value.sums) : [];
  });
  const events = computed(() => (isLive.value ? board.events : (past.data.value?.events ?? [])));
  const asOf = computed(() => (isLive.value ? board.today : (past.data.value?.sums.asOf ?? '')));
  const freshness = computed(() => (isLive.value ? board.freshness : past.data.value?.sums.freshness));

  return { isThere, failure: past.failure, own, scopes, lines, events, asOf, freshness };
}
