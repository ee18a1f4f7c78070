import { computed, type Ref } from 'vue';
import { discipline } from '../api/discipline';
import { problems } from '../api/problems';
import { latestEvents, planStanding, rollups, scopeStanding } from '../api/reports';
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
  const depends = () => [code.value, year.value, pointOfView.value];
  const query = () => ({ scope: code.value, year: year.value, ...pointOfView.value });

  const standing = useReport(depends, (signal) =>
    scopeStanding(code.value, { year: year.value, ...pointOfView.value }, signal),
  );
  const plans = useReport(
    () => [...depends(), standing.data.value?.plans.map((plan) => plan.plan).join()],
    async (signal) => {
      const own = standing.data.value?.plans ?? [];
      return Promise.all(own.map((plan) => planStanding(plan.plan, pointOfView.value, signal)));
    },
  );
  const sums = useReport(depends, async (signal) => (await rollups(query(), signal)).rows);
  const city = useReport(depends, async (signal) => {
    const parent = districts.byCode.get(code.value)?.parent;
    if (!parent || !sees(parent)) return [];
    return (await rollups({ ...query(), scope: parent }, signal)).rows;
  });
  const events = useReport(depends, (signal) => latestEvents(query(), signal));
  const reporting = useReport(depends, (signal) =>
    discipline(
      { scope: code.value, year: year.value ?? (board.year || undefined), ...pointOfView.value },
      signal,
    ),
  );
  const list = useReport(depends, (signal) => problems(query(), signal));

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
    failure: standing.failure,
    plans: plans.data,
    rollups: sums.data,
    cityRollups: computed(() => new Map((city.data.value ?? []).map((row) => [row.indicator, row]))),
    events: events.data,
    reporting: reporting.data,
    problems: list.data,
  };
}
