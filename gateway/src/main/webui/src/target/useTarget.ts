import { computed, type Ref } from 'vue';
import { read, readAll } from '../api/call';
import { indicator } from '../api/catalogue';
import { ledgerHead, type LedgerEvent } from '../api/ledger';
import { type TargetReport, targetReport } from '../api/reports';
import { itemReport } from '../api/supervision';
import { useReport } from '../api/useReport';
import type { EventRow } from '../api/rows';
import { useChanges } from '../live/useStream';
import { useViewpoint } from '../viewpoint/useViewpoint';
import { verdictsOf } from './verdicts';

const PAGE = 200;
const MOST_PAGES = 10;

/** Everything about one target: its report with the whole history, its item, and its records in the ledger. */
export function useTarget(id: Ref<string>) {
  const { pointOfView, isNow } = useViewpoint();
  const depends = () => [id.value, pointOfView.value];

  const report = useReport(depends, (signal) => wholeReport(id.value, pointOfView.value, signal));
  const item = useReport(
    () => [report.data.value?.item, pointOfView.value],
    async (signal) => {
      const own = report.data.value?.item;
      return own ? itemReport(own, pointOfView.value, signal) : null;
    },
  );
  const word = useReport(
    () => report.data.value?.indicator,
    async (signal) => (report.data.value?.indicator ? indicator(report.data.value.indicator, signal) : null),
  );
  const records = useReport(
    () => [report.data.value?.district, report.data.value?.target],
    async (signal) => {
      const target = report.data.value;
      if (!target) return null;
      const path = `/districts/${target.district}/events`;
      const pages = await Promise.all(
        [target.target, target.item].map((subject) =>
          read<{ events: LedgerEvent[] }>(path, { target: subject, limit: 500 }, signal),
        ),
      );
      return new Map(pages.flatMap((page) => page.events).map((event) => [event.seq, event]));
    },
  );
  /** The names that files were handed in under, by hash; asked for where there is such a file. */
  const files = useReport(
    () => (hasFiles(records.data.value) ? report.data.value?.district : undefined),
    async (signal) => {
      const district = report.data.value?.district;
      if (!district || !hasFiles(records.data.value)) return null;
      type Kept = { hash: string; name: string };
      const kept = await readAll<Kept, 'files'>(
        `/districts/${district}/evidence`,
        'files',
        { limit: 500 },
        signal,
      );
      return new Map(kept.map(({ hash, name }) => [hash, name]));
    },
  );
  const head = useReport(
    () => report.data.value?.district,
    async (signal) => (report.data.value ? ledgerHead(report.data.value.district, signal) : null),
  );

  useChanges((changes) => {
    if (!isNow.value || !report.data.value) return;
    const { target, item: own, district } = report.data.value;
    const row = changes.find(({ kind, key, row }) => kind === 'target' && key === target && row)?.row;
    if (row) report.data.value = { ...report.data.value, ...(row as Partial<TargetReport>) };
    const isAbout = (subject?: string) => subject === target || subject === own;
    const subjects = changes.map(({ kind, row }) =>
      kind === 'event' ? (row as EventRow | null)?.subject : undefined,
    );
    // A verdict on an earlier report is told as an event alone: nothing of the row moves.
    if (changes.some(({ key }) => isAbout(key)) || subjects.some(isAbout))
      [report, item, records].forEach((part) => part.refresh());
    if (changes.some(({ kind, key }) => kind === 'event' && key.startsWith(`progress/${district}/`)))
      head.refresh();
  });

  return {
    report: report.data,
    failure: report.failure,
    item: item.data,
    indicator: word.data,
    records: records.data,
    head: head.data,
    files: files.data,
    verdicts: computed(() => verdictsOf(report.data.value)),
  };
}

async function wholeReport(id: string, from: { asOf?: string; knownAt?: string }, signal: AbortSignal) {
  const report = await targetReport(id, { ...from, limit: PAGE }, signal);
  let next = report.next;
  for (let page = 1; next !== undefined && page < MOST_PAGES; page++) {
    const older: TargetReport = await targetReport(id, { ...from, limit: PAGE, after: next }, signal);
    report.history.push(...older.history);
    next = older.next;
  }
  return { ...report, next };
}

const hasFiles = (records: Map<number, LedgerEvent> | null) =>
  [...(records?.values() ?? [])].some(({ body }) =>
    [body?.evidence].flat().some((entry) => String(entry).startsWith('sha256:')),
  );
