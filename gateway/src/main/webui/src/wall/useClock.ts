import { computed, onBeforeUnmount, ref } from 'vue';
import { language } from '../words';

const ZONE = 'Asia/Shanghai';

/** The time of day in Asia/Shanghai, to the minute. */
export function useClock() {
  const now = ref(new Date());
  const timer = setInterval(() => (now.value = new Date()), 1_000);
  onBeforeUnmount(() => clearInterval(timer));
  const options = { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return computed(() =>
    new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : 'zh-CN', options).format(now.value),
  );
}

/** A business day with its weekday, which is the system's own and need not be that of the clock. */
export function dayWords(day: string): string {
  const options = {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  } as const;
  return new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : 'zh-CN', options).format(
    new Date(`${day}T12:00:00Z`),
  );
}
