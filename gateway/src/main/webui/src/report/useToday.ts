import { computed } from 'vue';
import { read } from '../api/call';
import { useReport } from '../api/useReport';
import { useBoard } from '../live/useBoard';

/** The system's day; fixed where it has one of its own (ADR 0009), on which it also records. */
export function useToday() {
  const board = useBoard();
  const { data } = useReport(
    () => board.today,
    (signal) => read<{ today: string; fixed: boolean }>('/today', {}, signal),
  );
  return {
    today: computed(() => data.value?.today ?? board.today),
    isFixed: computed(() => data.value?.fixed ?? false),
  };
}
