import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { discipline } from '../api/discipline';
import { supervised } from '../api/supervision';
import { useReport } from '../api/useReport';
import { useBoard } from '../live/useBoard';
import { useChanges } from '../live/useStream';
import { useSession } from '../session/useSession';
import { useViewpoint } from '../viewpoint/useViewpoint';
import { DUE_STATES, figuresOf, nextMonth, type Wanted } from './duelist';

/** Who reports when. Month, district and state stand in the address, so that a link shows the same list. */
export function useDiscipline() {
  const board = useBoard();
  const session = useSession();
  const route = useRoute();
  const router = useRouter();
  const { viewpoint, pointOfView, isNow } = useViewpoint();
  const year = computed(() => viewpoint.value.year ?? (board.year || undefined));
  const depends = () => [board.scope, year.value, pointOfView.value];
  const asked = (name: string) =>
    typeof route.query[name] === 'string' ? (route.query[name] as string) : '';

  const whole = useReport(depends, async (signal) =>
    board.scope ? discipline({ scope: board.scope, year: year.value, ...pointOfView.value }, signal) : null,
  );
  const months = computed(() => whole.data.value?.months ?? []);
  const month = computed(() => {
    const wanted = asked('month');
    return months.value.some((one) => one.month === wanted)
      ? wanted
      : nextMonth(months.value, whole.data.value?.asOf ?? '');
  });
  const district = computed(() => {
    const wanted = asked('district');
    return months.value.some(({ districts }) => districts.some((one) => one.district === wanted))
      ? wanted
      : '';
  });
  const wanted = computed<Wanted>({
    get: () => [...DUE_STATES, 'all' as const].find((state) => state === asked('state')) ?? 'open',
    set: (state) => void look({ state: state === 'open' ? undefined : state }),
  });

  function look(change: { month?: string; district?: string; state?: string }): Promise<unknown> {
    return router.replace({ path: route.path, query: { ...route.query, ...change } });
  }

  const detail = useReport(
    () => [...depends(), month.value],
    async (signal) =>
      board.scope && month.value
        ? discipline({ scope: board.scope, month: month.value, detail: true, ...pointOfView.value }, signal)
        : null,
  );
  const owed = useReport(depends, async (signal) =>
    board.scope
      ? supervised(
          { scope: board.scope, year: year.value, explanationDue: true, ...pointOfView.value },
          signal,
        )
      : null,
  );
  /** Only who may remind needs to know how far each item is. */
  const items = useReport(
    () => [board.scope, year.value, isNow.value && session.isAdmin],
    async (signal) => {
      if (!board.scope || !isNow.value || !session.isAdmin) return null;
      const all = await supervised({ scope: board.scope, year: year.value }, signal);
      return new Map(all.map((item) => [item.item, item]));
    },
  );

  useChanges((changes) => {
    if (!isNow.value || !changes.some(({ kind }) => kind === 'event')) return;
    [whole, detail, owed, items].forEach((report) => report.refresh());
  });

  const shown = computed(() => detail.data.value?.months.find((one) => one.month === month.value));
  const figures = computed(() =>
    figuresOf(months.value.find((one) => one.month === month.value), district.value),
  ); // prettier-ignore
  return {
    whole, month, district, wanted, look, shown, unread: detail.failure, figures, owed: owed.data,
    items: items.data,
  }; // prettier-ignore
}
