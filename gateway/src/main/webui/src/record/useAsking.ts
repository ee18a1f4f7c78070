import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Asked } from './asking';

/** What is to be done next, which the page's one dialog asks about. */
export const useAsking = defineStore('asking', () => {
  const asked = shallowRef<Asked | null>(null);
  const ask = (wanted: Asked) => (asked.value = wanted);
  return { asked, ask };
});
