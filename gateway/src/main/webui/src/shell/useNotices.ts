import { defineStore } from 'pinia';
import { ref } from 'vue';

const SHOWN_MILLIS = 6_000;

/** What has just been done, told at the page's edge for a while. */
export const useNotices = defineStore('notices', () => {
  const all = ref<{ no: number; words: string }[]>([]);
  let last = 0;

  function tell(words: string): void {
    const no = ++last;
    all.value.push({ no, words });
    setTimeout(() => drop(no), SHOWN_MILLIS);
  }

  const drop = (no: number) => (all.value = all.value.filter((notice) => notice.no !== no));

  return { all, tell, drop };
});
