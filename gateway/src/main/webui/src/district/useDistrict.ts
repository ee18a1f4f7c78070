import { computed, type Ref } from 'vue';
import { discipline } from '../api/discipline';
import { problems } from '../api/problems';
import { latestEvents, planStanding, rollups, scopeStanding } from '../api/reports';
import { Refused } from '../api/refused';
import { useReport } from '../api/useReport';
import { useBoard } from '../live/useBoard';
import { useChanges } from '../live/useStream';
import { applyTargets } from '../plan/applying';
import { useDistricts } from '../shell/useDistricts';
import { useScope } from '../shell/useScope';
import { useViewpoint } from '../viewpoint/useViewpoint';
import type { TargetRow } from '../api/rows';

/** Everything that a district's page shows, kept up to date as the stream tells. */
export function useDistrict(code: Ref<string>) {
  const board = useBoard();
  const districts = useDistricts();
  const { sees } = useScope();
  const { viewpoint, pointOfView, isNow } = useViewpoint();
  const year = computed(() => viewpoint.value.year);
  const standing = useReport(
    () => [code.value, year.value, pointOfView.value],
    (signal) => scopeStanding(code.value, { year: year.value, ...pointOfView.value }, signal),
  );
  // A division that is not in the tree may have ended, and then it is there on an earlier day. Before more
  // is asked for, its standing says which.
  const isPlace = computed(() => districts.byCode.has(code.value) || standing.data.value !== null);
  const depends = () => [code.value, year.value, pointOfView.value, isPlace.value];
  const ofPlace = <T>(fetch: (signal: AbortSignal) => Promise<T>) =>
    useReport<T | null>(depends, async (signal) => (isPlace.value ? fetch(signal) : null));
  const query = () => ({ scope: code.value, year: year.value, ...pointOfView.value });

  const plans = useReport(
    () => [...depends(), standing.data.value?.plans.map((plan) => plan.plan).join()],
    async (signal) => {
      const own = standing.data.value?.plans ?? [];
      return Promise.all(own.map((plan) => planStanding(plan.plan, pointOfView.value, signal)));
    },
  );
  const sums = ofPlace(async (signal) => (await rollups(query(), signal)).rows);
  const city = ofPlace(async (signal) => {
    const parent = districts.byCode.get(code.value)?.parent;
    if (!parent || !sees(parent)) return [];
    return (await rollups({ ...query(), scope: parent }, signal)).rows;
  });
  const events = ofPlace((signal) => latestEvents(query(), signal));
  const reporting = ofPlace((signal) =>
    discipline(
      { scope: code.value, year: year.value ?? (board.year || undefined), ...pointOfView.value },
      signal,
    ),
  );
  const list = ofPlace((signal) => problems(query(), signal));

  /** Nobody may see what does not exist; to who asks for it, it is missing and not forbidden. */
  const isNowhere = computed(
    () => standing.failure.value?.status === 403 && districts.all.length > 0 && !isPlace.value,
  );

  useChanges((changes) => {
    if (!isNow.value) return;
    const mine = changes.filter(({ key }) => key.includes(code.value));
    const kinds = new Set(mine.map(({ kind }) => kind));
    const rows = mine.filter(({ kind, row }) => kind === 'target' && row).map(({ row }) => row as TargetRow);
    if (rows.length && plans.data.value)
      plans.data.value = plans.data.value.map((plan) => applyTargets(plan, rows));
    if (kinds.has('scope')) standing.refresh();
    if (kinds.has('plan')) plans.refresh();
    if (kinds.has('rollup')) [sums, city].forEach((report) => report.refresh());
    if (kinds.has('event')) [events, reporting].forEach((report) => report.refresh());
    if (kinds.has('problem')) list.refresh();
  });

  return {
    standing: standing.data,
    failure: computed(() => (isNowhere.value ? new Refused(404) : standing.failure.value)),
    plans: plans.data,
    rollups: sums.data,
    cityRollups: computed(() => new Map((city.data.value ?? []).map((row) => [row.indicator, row]))),
    events: events.data,
    reporting: reporting.data,
    problems: list.data,
  };
}
