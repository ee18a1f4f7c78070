import { computed, type Ref } from 'vue';
import { indicator } from '../api/catalogue';
import { allPlans } from '../api/plans';
import { planStanding, rollups, scopeStanding } from '../api/reports';
import type { TargetRow } from '../api/rows';
import { useReport } from '../api/useReport';
import { useBoard } from '../live/useBoard';
import { useChanges } from '../live/useStream';
import { useViewpoint } from '../viewpoint/useViewpoint';
import { yearsToShow } from './years';

/** An indicator over the districts of the visitor's scope and over the years, and the targets in it. */
export function useIndicator(key: Ref<string>) {
  const board = useBoard();
  const { viewpoint, pointOfView, isNow } = useViewpoint();
  const scope = computed(() => board.scope);
  const year = computed(() => viewpoint.value.year ?? board.year);
  const depends = () => [key.value, scope.value, year.value, pointOfView.value];
  const isAsked = () => scope.value !== '' && year.value > 0;

  const entry = useReport(
    () => key.value,
    (signal) => indicator(key.value, signal),
  );
  const sums = useReport(depends, async (signal) =>
    isAsked()
      ? rollups({ scope: scope.value, year: year.value, indicator: key.value, ...pointOfView.value }, signal)
      : null,
  );
  const years = useReport(depends, async (signal) => {
    if (!isAsked()) return null;
    const planned = (await allPlans(scope.value, signal)).map((plan) => plan.year);
    const query = { scope: scope.value, indicator: key.value };
    // An earlier year is shown as it stands, not as it stood on a day of another year.
    const reports = await Promise.all(
      yearsToShow(planned, year.value).map((one) =>
        rollups({ ...query, year: one, ...(one === year.value ? pointOfView.value : {}) }, signal),
      ),
    );
    return reports.flatMap((report) => report.rows);
  });
  const targets = useReport(depends, async (signal) => {
    if (!isAsked()) return null;
    const { plans } = await scopeStanding(scope.value, { year: year.value, ...pointOfView.value }, signal);
    const standings = await Promise.all(
      plans.map((plan) => planStanding(plan.plan, pointOfView.value, signal)),
    );
    return standings
      .flatMap((plan) => plan.sections.flatMap((section) => section.items.flatMap((item) => item.targets)))
      .filter((row) => row.indicator === key.value);
  });

  useChanges((changes) => {
    if (!isNow.value) return;
    const ending = `/${year.value}/${key.value}`;
    if (changes.some((change) => change.kind === 'rollup' && change.key.endsWith(ending))) {
      sums.refresh();
      years.refresh();
    }
    const rows = new Map(
      changes
        .filter(({ kind, row }) => kind === 'target' && row)
        .map(({ key: target, row }) => [target, row as TargetRow]),
    );
    if (targets.data.value && rows.size) {
      targets.data.value = targets.data.value.map((row) => rows.get(row.target) ?? row);
    }
    if (changes.some(({ kind }) => kind === 'plan')) targets.refresh();
  });

  return {
    year,
    entry: entry.data,
    failure: computed(() => entry.failure.value ?? sums.failure.value),
    report: sums.data,
    years: years.data,
    targets: targets.data,
  };
}
