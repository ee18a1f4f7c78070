import { computed, onBeforeUnmount, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useBoard } from '../live/useBoard';
import { useStream } from '../live/useStream';
import { linesOfRows } from '../overview/lines';
import { useSupervision } from '../overview/useSupervision';
import { useSession } from '../session/useSession';

const LOOK_AGAIN = 20_000;

/** What the wall shows: the live board and what stands beside it, and what is wrong, if anything is. */
export function useWall() {
  const route = useRoute();
  const router = useRouter();
  const board = useBoard();
  const session = useSession();
  const { link, trouble, refused } = useStream();
  const lines = computed(() => linesOfRows(board.rollups.values(), board.scope));
  const scopes = computed(() => [...board.scopes.values()].filter((row) => row.scope !== board.scope));
  const supervision = useSupervision(
    computed(() => board.scope),
    computed(() => board.today),
  );

  // A wall shows now: a link that was looking back is followed without that.
  if (route.query.asOf || route.query.knownAt)
    void router.replace({ query: { ...route.query, asOf: undefined, knownAt: undefined } });

  /** When the figures were last known to be those of now. */
  const goodAt = ref(new Date().toISOString());
  const isLive = computed(() => link.word === 'live' && trouble.value === null);
  const tick = setInterval(() => {
    if (isLive.value) goodAt.value = new Date().toISOString();
  }, 1_000);

  // Whoever signs in again in this browser, in whichever window, wakes the wall.
  const look = setInterval(() => {
    if (session.ended && !session.visitor) void session.find().catch(() => undefined);
  }, LOOK_AGAIN);
  watch(
    () => session.visitor,
    (visitor) => visitor && (session.ended = false),
  );
  onBeforeUnmount(() => [tick, look].forEach(clearInterval));

  return { board, session, link, trouble, refused, isLive, goodAt, lines, scopes, ...supervision };
}
