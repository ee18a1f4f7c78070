import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { type District, districtsOf } from '../api/catalogue';
import { named } from '../words';

/** The tree of divisions: for names, and for what is above and below. */
export const useDistricts = defineStore('districts', () => {
  const all = ref<District[]>([]);
  const byCode = computed(() => new Map(all.value.map((district) => [district.code, district])));

  async function load(): Promise<void> {
    all.value = await districtsOf();
  }

  function nameOf(code: string): string {
    const district = byCode.value.get(code);
    return district ? named(district.name, district.nameEn) : code;
  }

  const below = (code: string) => all.value.filter((district) => district.parent === code);

  /** Whether a division is another one or lies somewhere below it. */
  function isWithin(code: string, scope: string): boolean {
    if (code === scope) return true;
    const parent = byCode.value.get(code)?.parent;
    return parent !== undefined && isWithin(parent, scope);
  }

  return { all, byCode, load, nameOf, below, isWithin };
});
