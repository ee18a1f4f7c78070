// What a target's form needs of the draft around it.

import { inject, type InjectionKey, provide, type Ref } from 'vue';
import type { Indicator } from '../../api/catalogue';

export interface Surroundings {
  /** By their keys. */
  items: Ref<Map<string, { no?: string; title: string }>>;
  /** The id for one more target of an item. */
  nextOf: (item: string) => string | undefined;
  indicators: Indicator[];
}

const KEY: InjectionKey<Surroundings> = Symbol('surroundings');

export const provideSurroundings = (draft: Surroundings) => provide(KEY, draft);

export function useSurroundings(): Surroundings {
  const draft = inject(KEY);
  if (!draft) throw new Error('no draft around this form');
  return draft;
}
