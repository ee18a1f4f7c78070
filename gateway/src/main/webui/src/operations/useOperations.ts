import { computed, shallowRef } from 'vue';
import { Refused } from '../api/refused';
import { useSession } from '../session/useSession';
import { findings, openLetters, placesOf } from './judging';
import { usePolling } from './polling';
import { dataOf, type Letters, look, type Look, lookAtLetters } from './reading';

const USUAL = 5_000;
const WHILE_REBUILDING = 1_000;

/** Kafka is read for each look at the letters, and they are rare. */
const LETTERS_EVERY = 15_000;

export function useOperations() {
  const session = useSession();
  const last = shallowRef<Look | null>(null);
  const before = shallowRef<Look | null>(null);
  const letters = shallowRef<Letters | null>(null);
  const failure = shallowRef<Refused | null>(null);

  const rebuild = computed(() => (last.value ? dataOf(last.value.rebuild) : null));
  const isRebuilding = computed(() => rebuild.value !== null && !rebuild.value.endedAt);

  async function guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      failure.value = null;
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      if (cause.status === 401) session.expire();
      failure.value = cause;
    }
  }

  const looking = usePolling(
    () => (isRebuilding.value ? WHILE_REBUILDING : USUAL),
    (signal) =>
      guarded(async () => {
        const answer = await look(signal);
        // While a rebuild is followed each second, lateness is still measured over a usual pause.
        if (!before.value || answer.at - before.value.at >= USUAL) before.value = last.value;
        last.value = answer;
      }),
  );
  const letting = usePolling(
    () => LETTERS_EVERY,
    (signal) => guarded(async () => void (letters.value = await lookAtLetters(signal))),
  );

  const found = computed(() => (last.value ? findings(last.value, before.value, letters.value) : []));
  const places = computed(() => (last.value ? placesOf(last.value) : []));
  const open = computed(() => openLetters(letters.value));

  return {
    last,
    letters,
    failure,
    rebuild,
    isRebuilding,
    found,
    places,
    open,
    lookNow: looking.now,
    lettersNow: letting.now,
  };
}
