// One report on its way into the ledger: what is typed, what is wrong with it, what came of it.

import { computed, nextTick, type Ref, ref, shallowRef, watch } from 'vue';
import { readAll } from '../api/call';
import { indicator, settings } from '../api/catalogue';
import type { LedgerEvent } from '../api/ledger';
import { type TargetReport, targetReport } from '../api/reports';
import { Refused } from '../api/refused';
import { useReport } from '../api/useReport';
import type { EventRow } from '../api/rows';
import { useChanges } from '../live/useStream';
import { isConflict, isLost, type Receipt, record } from '../record/record';
import { useDraft } from '../record/useDraft';
import { emptyEntry, eventsOf, type EntryField, fieldAt, type Faults, faultsIn } from './entry';
import { fromLast, fromReport } from './prefill';
import { previewOf } from './preview';

const RECENT = 60;

export function useReporting(target: string, corrects: string | undefined, today: Ref<string>) {
  const report = useReport(
    () => target,
    (signal) => targetReport(target, { limit: RECENT }, signal),
  );
  const set = useReport(
    () => null,
    (signal) => settings(signal),
  );
  const word = useReport(
    () => report.data.value?.indicator,
    async (signal) => (report.data.value?.indicator ? indicator(report.data.value.indicator, signal) : null),
  );
  useChanges((changes) => {
    const isMine = (row: unknown) => (row as EventRow | null)?.subject === target;
    if (changes.some(({ key, row }) => key === target || isMine(row))) report.refresh();
  });

  const { draft, clear } = useDraft(`report/${target}/${corrects ?? ''}`, () => emptyEntry(''));
  const faults = shallowRef<Faults>({});
  /** What the service says of a field, or of the whole. */
  const refused = shallowRef<Partial<Record<EntryField, string>>>({});
  const problem = ref('');
  const isWaiting = ref(false);
  const isUnsure = ref(false);
  const receipt = shallowRef<(Receipt & { id: string }) | null>(null);
  /** The receipt is of an earlier attempt, and not of what was typed since. */
  const isEarlier = ref(false);
  let isBegun = false;

  const preview = computed(() =>
    report.data.value && set.data.value && draft.day
      ? previewOf(draft, report.data.value, set.data.value, word.data.value, today.value, corrects)
      : null,
  );

  watch(
    [report.data, today],
    async ([found, day]) => {
      if (isBegun || !found || !day) return;
      isBegun = true;
      if (!draft.day) await begin(found, day);
      else if (draft.isSent) await findSent(found);
    },
    { immediate: true },
  );

  // What is put right is no fault any more; new ones are told when it is sent.
  watch(
    () => JSON.stringify({ ...draft, id: '', voidId: '', isSent: false }),
    () => {
      if (!report.data.value) return;
      const left = faultsIn(draft, report.data.value, today.value, corrects !== undefined);
      const isShown = ([field]: [string, unknown]) => field in faults.value;
      faults.value = Object.fromEntries(Object.entries(left).filter(isShown));
      refused.value = {};
      problem.value = '';
    },
  );

  async function begin(found: TargetReport, day: string): Promise<void> {
    Object.assign(draft, { day }, fromLast(found));
    if (!corrects) return;
    const earlier = await ledgerEvent(found, corrects).catch(() => undefined);
    if (earlier) Object.assign(draft, fromReport(earlier));
  }

  /** Was it kept, although no answer came? The ledger knows. */
  async function findSent(found: TargetReport): Promise<boolean> {
    const kept = await ledgerEvent(found, draft.id).catch(() => null);
    if (kept) {
      acknowledge({ ledger: `progress/${found.district}`, ...kept });
      return true;
    }
    if (kept === undefined) draft.isSent = false;
    isUnsure.value = kept === null;
    return false;
  }

  function acknowledge({ ledger, seq, hash, recordedAt }: Receipt): void {
    receipt.value = { ledger, seq, hash, recordedAt, id: draft.id };
    isUnsure.value = false;
    clear();
  }

  async function submit(): Promise<void> {
    const form = report.data.value;
    if (!form || isWaiting.value) return;
    refused.value = {};
    problem.value = '';
    faults.value = faultsIn(draft, form, today.value, corrects !== undefined);
    if (Object.keys(faults.value).length) return focusFault();
    const wasSent = draft.isSent;
    draft.isSent = true;
    isWaiting.value = true;
    try {
      acknowledge(await record(form.district, eventsOf(draft, form, corrects)));
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      await explain(failure, form, wasSent);
    } finally {
      isWaiting.value = false;
    }
  }

  async function explain(failure: Refused, form: TargetReport, wasSent: boolean): Promise<void> {
    if (isLost(failure)) {
      isUnsure.value = true;
      return;
    }
    // An earlier attempt arrived after all: it stands as it was said then.
    if (isConflict(failure) && (await findSent(form))) {
      isEarlier.value = true;
      return;
    }
    draft.isSent = wasSent;
    const errors = failure.problem?.errors ?? [];
    const said: Partial<Record<EntryField, string>> = {};
    for (const { pointer, detail } of errors) {
      const field = fieldAt(pointer, corrects !== undefined, form);
      if (field) said[field] = detail;
    }
    refused.value = said;
    // What every field says already need not be said again below them.
    const isTold = errors.length > 0 && Object.keys(said).length === errors.length;
    problem.value = isTold ? '' : failure.message;
    if (Object.keys(said).length) await focusFault();
  }

  /** Ready for another one of the same target. */
  async function again(): Promise<void> {
    receipt.value = null;
    isEarlier.value = false;
    if (report.data.value) await begin(report.data.value, today.value);
  }

  return {
    report, settings: set.data, draft, faults, refused, problem, preview, isWaiting, isUnsure, receipt, isEarlier, submit, again,
  }; // prettier-ignore
}

async function ledgerEvent(report: TargetReport, id: string): Promise<LedgerEvent | undefined> {
  const target = report.kind === 'narrative' ? report.item : report.target;
  const query = { target, limit: 500 };
  const events = await readAll<LedgerEvent, 'events'>(
    `/districts/${report.district}/events`,
    'events',
    query,
  );
  return events.find((event) => event.id === id);
}

async function focusFault(): Promise<void> {
  await nextTick();
  document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
}
