// Every wording of the rules, out of the catalogue's ledger. Its newest pages are read first, since a
// catalogue grows by other things too.

import { read } from '../api/call';
import type { Settings } from './form';

const PAGE = 200;

export interface Wording {
  seq: number;
  by: string;
  recordedAt: string;
  settings: Settings;
}

interface CatalogueEvent {
  seq: number;
  type: string;
  recordedAt: string;
  body: { by: string; settings: Settings } | null;
}

/** The newest first, until as many as there are revisions were found. */
export async function wordingsOf(revision: number, signal?: AbortSignal): Promise<Wording[]> {
  if (!revision) return [];
  const found: Wording[] = [];
  const { seq } = await read<{ seq: number }>('/ledgers/plans/catalogue', {}, signal);
  for (let to = seq; to > 0 && found.length < revision; to -= PAGE) {
    const after = Math.max(0, to - PAGE);
    const { events } = await read<{ events: CatalogueEvent[] }>(
      '/ledgers/plans/catalogue/events',
      { after, limit: to - after },
      signal,
    );
    found.push(...events.filter(isWording).map(wording).reverse());
  }
  return found;
}

const isWording = ({ type, body }: CatalogueEvent) => type === 'settings.defined' && body !== null;

function wording({ seq, recordedAt, body }: CatalogueEvent): Wording {
  return { seq, recordedAt, by: body?.by ?? '', settings: body?.settings as Settings };
}
