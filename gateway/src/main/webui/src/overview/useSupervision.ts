import { computed, type Ref } from 'vue';
import { discipline } from '../api/discipline';
import { problems } from '../api/problems';
import { changedTargets } from '../api/reports';
import { useReport } from '../api/useReport';
import { useBoard } from '../live/useBoard';
import { useChanges } from '../live/useStream';
import { addDays } from '../parts/figures';
import { useViewpoint } from '../viewpoint/useViewpoint';

/** What stands beside the lights: the month's reporting, the problems, and what moved since yesterday. */
export function useSupervision(scope: Ref<string>, asOf: Ref<string>) {
  const board = useBoard();
  const { viewpoint, pointOfView, isNow } = useViewpoint();
  const year = computed(() => viewpoint.value.year ?? board.year);
  const depends = () => [scope.value, year.value, { ...pointOfView.value, asOf: asOf.value }];
  const isAsked = () => scope.value !== '' && asOf.value !== '' && year.value > 0;

  const reporting = useReport(depends, async (signal) =>
    isAsked() && asOf.value.startsWith(String(year.value))
      ? discipline({ scope: scope.value, month: asOf.value.slice(0, 7), ...pointOfView.value }, signal)
      : null,
  );
  const list = useReport(depends, async (signal) =>
    isAsked()
      ? problems({ scope: scope.value, year: year.value, state: 'open', ...pointOfView.value }, signal)
      : null,
  );
  const moves = useReport(depends, async (signal) => {
    if (!isAsked()) return null;
    const { knownAt } = pointOfView.value;
    const days = {
      fromAsOf: addDays(asOf.value, -1),
      toAsOf: asOf.value,
      fromKnownAt: knownAt,
      toKnownAt: knownAt,
    };
    const rows = await changedTargets({ scope: scope.value, year: year.value, ...days }, signal);
    return rows.filter(({ change }) => change.some((what) => ['light', 'added', 'dropped'].includes(what)));
  });

  useChanges((changes) => {
    if (!isNow.value) return;
    const kinds = new Set(changes.map(({ kind }) => kind));
    if (kinds.has('event')) reporting.refresh();
    if (kinds.has('problem')) list.refresh();
    if (kinds.has('target')) moves.refresh();
  });

  return { reporting: reporting.data, problems: list.data, moves: moves.data };
}
