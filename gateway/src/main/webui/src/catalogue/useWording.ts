import { type Ref, ref, shallowRef, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { Refused } from '../api/refused';
import { type Sort, type Worded, word, worded } from './catalogue';
import { type Faults, faultsOf, refuseIf } from './rules';

/**
 * One entry being written: read with its ETag, sent against it. Has somebody else changed it meanwhile,
 * what was typed stays, what is there now is shown beside it, and saving again is a choice.
 */
export function useWording<T extends Worded>(sort: Sort) {
  const { t } = useI18n();
  const entry = ref(null) as Ref<T | null>;
  const before: ShallowRef<T | null> = shallowRef(null);
  const theirs: ShallowRef<T | null> = shallowRef(null);
  const faults = ref<Faults>({});
  let etag: string | undefined;

  function begin(blank: T): void {
    reset();
    entry.value = { ...blank };
  }

  async function edit(key: string): Promise<void> {
    reset();
    const { data, etag: tag } = await worded<T>(sort, key);
    etag = tag;
    before.value = data;
    entry.value = { ...data };
  }

  function reset(): void {
    before.value = null;
    theirs.value = null;
    faults.value = {};
    etag = undefined;
  }

  /** Sends it, unless `check` finds something; refuses with what the dialog is to say. */
  async function save(content: T, check: (content: T) => Faults): Promise<T> {
    faults.value = check(content);
    refuseIf(faults.value);
    try {
      return (await word(sort, content, etag)).data;
    } catch (failure) {
      faults.value = faultsOf(failure);
      if (failure instanceof Refused && failure.status === 412) await meet(content.key);
      throw failure;
    }
  }

  async function meet(key: string): Promise<never> {
    const { data, etag: tag } = await worded<T>(sort, key);
    etag = tag;
    theirs.value = data;
    throw new Refused(412, { detail: t('catalogue.conflict') });
  }

  /** Goes on from what is there now. */
  function take(): void {
    if (!theirs.value) return;
    before.value = theirs.value;
    entry.value = { ...theirs.value };
    theirs.value = null;
  }

  return { entry, before, theirs, faults, begin, edit, save, take };
}
