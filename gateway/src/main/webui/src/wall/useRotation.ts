import { computed, onBeforeUnmount, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useViewpoint } from '../viewpoint/useViewpoint';
import { actOf, secondsOf, slidesOf, turned } from './rotation';

/** Turns the slides by time and by keys. A turn by hand gives the slide its whole time again. */
export function useRotation() {
  const route = useRoute();
  const router = useRouter();
  const { to } = useViewpoint();
  const at = ref(0);
  /** How often each slide has come: a slide with pages shows the next one. */
  const round = ref(0);
  const isPaused = ref(false);
  const seconds = computed(() => secondsOf(route.query.seconds));
  const slides = computed(() => slidesOf(route.query.slides));
  let timer = 0;

  function turn(by: number): void {
    const next = turned(at.value, by, slides.value.length);
    if (by > 0 && next === 0) round.value++;
    if (by < 0 && at.value === 0) round.value--;
    at.value = next;
    wind();
  }

  function wind(): void {
    clearTimeout(timer);
    if (!isPaused.value) timer = window.setTimeout(() => turn(1), seconds.value * 1_000);
  }
  watch([seconds, isPaused], wind, { immediate: true });

  const toFull = () =>
    (document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen()
    ).catch(() => undefined);

  async function leave(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined);
    await router.push(to('/'));
  }

  function pressed(event: KeyboardEvent): void {
    const act = actOf(event);
    // A button that has the focus takes the space bar itself.
    if (!act || (act === 'pause' && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (act === 'pause') isPaused.value = !isPaused.value;
    else if (act === 'back') turn(-1);
    else if (act === 'on') turn(1);
    else if (act === 'full') void toFull();
    else void leave();
  }
  addEventListener('keydown', pressed);
  onBeforeUnmount(() => {
    removeEventListener('keydown', pressed);
    clearTimeout(timer);
  });

  return {
    slides,
    slide: computed(() => slides.value[at.value] ?? 'districts'),
    round,
    isPaused,
    seconds,
    turn,
    toFull,
    leave,
  };
}
