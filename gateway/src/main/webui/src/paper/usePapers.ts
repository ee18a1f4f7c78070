import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { useReport } from '../api/useReport';
import { useBoard } from '../live/useBoard';
import { useViewpoint } from '../viewpoint/useViewpoint';
import { issuesOfScope } from './papers';
import { hasBegun, isOver, monthsOf, type Period, periodOf } from './period';

export interface PaperLine {
  period: Period;
  state: 'issued' | 'missing' | 'running' | 'ahead';
  /** How often it was issued, and when and by whom last. */
  times: number;
  issuedAt?: string;
  by?: string;
}

/** A year's papers of a scope: which were issued, which could be, which lie ahead. */
export function usePapers() {
  const route = useRoute();
  const board = useBoard();
  const { viewpoint } = useViewpoint();
  const asked = computed(() => (typeof route.query.of === 'string' ? route.query.of : ''));
  const scope = computed(() => (/^\d{6}$/.test(asked.value) ? asked.value : board.scope));
  const year = computed(() => viewpoint.value.year ?? board.year);
  const today = computed(() => viewpoint.value.asOf ?? board.today);

  const { data, failure } = useReport(
    () => scope.value,
    async (signal) => (scope.value ? issuesOfScope(scope.value, signal) : null),
  );

  const known = computed(() =>
    (data.value ?? []).filter(({ issuedAt }) => issuedAt <= (viewpoint.value.knownAt ?? '9')),
  );
  const lines = computed<PaperLine[]>(() =>
    [String(year.value), ...monthsOf(year.value)].flatMap((text) => {
      const period = periodOf(text);
      return period ? [line(period)] : [];
    }),
  );

  function line(period: Period): PaperLine {
    const issues = known.value.filter(
      ({ issue }) =>
        issue.scope === scope.value && issue.period === period.text && issue.kind === period.kind,
    );
    const last = [...issues].sort((a, b) => a.issue.number - b.issue.number).at(-1);
    if (last) return { period, state: 'issued', times: issues.length, issuedAt: last.issuedAt, by: last.by };
    if (!hasBegun(period, today.value)) return { period, state: 'ahead', times: 0 };
    return { period, state: isOver(period, today.value) ? 'missing' : 'running', times: 0 };
  }

  return {
    scope,
    year,
    today,
    lines,
    failure,
    isThere: computed(() => data.value !== null && board.isLoaded),
  };
}
