import { computed, ref, shallowRef } from 'vue';
import { change, readTagged } from '../api/call';
import { Refused } from '../api/refused';
import { useReport } from '../api/useReport';
import {
  changedFields,
  faultsOf,
  type Field,
  fieldAt,
  type Form,
  formOf,
  type Settings,
  settingsOf,
} from './form';

export type Saved = 'saved' | 'same' | 'conflict';

/** The rules as they are, as somebody edits them, and as they are kept. */
export function useRules() {
  const form = ref<Form | null>(null);
  /** What the form began with, and its ETag, against which the change is held. */
  const before = shallowRef<{ settings: Settings; etag?: string } | null>(null);
  /** What somebody else saved meanwhile. */
  const theirs = shallowRef<{ settings: Settings; etag?: string } | null>(null);
  const refusedAt = ref<Partial<Record<Field, string>>>({});

  const { data, failure, load } = useReport(
    () => null,
    async (signal) => {
      const { data: settings, etag } = await readTagged<Settings>('/settings', {}, signal);
      // A form that somebody is working in is theirs; what is new is seen when it is saved.
      if (!form.value || !isChanged.value) begin(settings, etag);
      return settings;
    },
  );

  function begin(settings: Settings, etag?: string): void {
    before.value = { settings, etag };
    form.value = formOf(settings);
    theirs.value = null;
    refusedAt.value = {};
  }

  const faults = computed(() => (form.value ? faultsOf(form.value) : {}));
  const isSound = computed(() => Object.keys(faults.value).length === 0);
  /** As they would be; null while a field is wrong. */
  const wanted = computed(() =>
    form.value && before.value && isSound.value
      ? settingsOf(form.value, before.value.settings.revision)
      : null,
  );
  /** The same while something is wrong, which stays as it was: for what each field comes to. */
  const soFar = computed(() => {
    if (!form.value || !before.value) return null;
    const was = formOf(before.value.settings);
    const wrong = Object.keys(faults.value) as Field[];
    const sound = { ...form.value, ...Object.fromEntries(wrong.map((field) => [field, was[field]])) };
    return settingsOf(sound as Form, before.value.settings.revision);
  });
  const isChanged = computed(
    () =>
      form.value !== null &&
      before.value !== null &&
      JSON.stringify(form.value) !== JSON.stringify(formOf(before.value.settings)),
  );
  const changed = computed(() =>
    wanted.value && before.value ? changedFields(before.value.settings, wanted.value) : [],
  );

  async function save(): Promise<Saved> {
    if (!wanted.value || !before.value) throw new Error('the form is not sound');
    const revision = before.value.settings.revision;
    refusedAt.value = {};
    try {
      const { data: kept, etag } = await change<Settings>('PUT', '/settings', {
        body: wanted.value,
        etag: before.value.etag,
      });
      data.value = kept;
      begin(kept, etag);
      return kept.revision === revision ? 'same' : 'saved';
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      if (cause.status !== 412) {
        mark(cause);
        throw cause;
      }
      const now = await readTagged<Settings>('/settings');
      theirs.value = { settings: now.data, etag: now.etag };
      return 'conflict';
    }
  }

  function mark(refused: Refused): void {
    for (const { pointer, detail } of refused.problem?.errors ?? []) {
      const field = fieldAt(pointer);
      if (field) refusedAt.value = { ...refusedAt.value, [field]: detail };
    }
  }

  /** Mine are to hold, over what is in force now. */
  function keepMine(): void {
    if (theirs.value) before.value = theirs.value;
    theirs.value = null;
  }

  const takeTheirs = () => theirs.value && begin(theirs.value.settings, theirs.value.etag);
  const discard = () => before.value && begin(before.value.settings, before.value.etag);

  return {
    data,
    failure,
    load,
    form,
    before,
    theirs,
    faults,
    refusedAt,
    wanted,
    soFar,
    isChanged,
    changed,
    save,
    keepMine,
    takeTheirs,
    discard,
  };
}
