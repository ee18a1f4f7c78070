import { onScopeDispose, ref, watch } from 'vue';

const AT_FIRST = 12;
const A_STEP = 12;

/**
 * How many of a long list to draw by now: what fits the window at once, and more with every frame, so that
 * a plan of hundreds of targets is there to be read before the last of them is drawn.
 */
export function useGradually(total: () => number) {
  const drawn = ref(AT_FIRST);
  let frame = 0;

  function more(): void {
    frame = 0;
    if (drawn.value >= total()) return;
    drawn.value += A_STEP;
    frame = requestAnimationFrame(more);
  }
  watch(total, () => (frame ||= requestAnimationFrame(more)), { immediate: true });
  const all = () => (drawn.value = Infinity);
  addEventListener('beforeprint', all);
  onScopeDispose(() => {
    cancelAnimationFrame(frame);
    removeEventListener('beforeprint', all);
  });

  return drawn;
}
