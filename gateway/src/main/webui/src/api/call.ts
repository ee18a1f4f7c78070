// Reading from the API. The session's cookie is good for reading only, and these pages only read.

import { language } from '../words';
import { Refused, refusal } from './refused';

export type Query = Record<string, string | number | boolean | undefined>;

/** The path under /api/v1 with what the query says; what is undefined is left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const words = search.toString();
  return `/api/v1${path}${words ? `?${words}` : ''}`;
}

export async function read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const headers = { Accept: 'application/json', 'Accept-Language': language() };
  const response = await fetch(address(path, query), { headers, signal, cache: 'no-store' }).catch(
    (cause) => {
      if (signal?.aborted) throw cause;
      throw new Refused(0);
    },
  );
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as T;
}

/** Every page of a list, up to a bound. */
export async function readAll<T, K extends string>(
  path: string,
  field: K,
  query: Query = {},
  signal?: AbortSignal,
  most = 20,
): Promise<T[]> {
  const rows: T[] = [];
  let after: string | number | undefined;
  for (let page = 0; page < most; page++) {
    const answer = await read<Record<K, T[]> & { next?: string | number }>(path, { ...query, after }, signal);
    rows.push(...answer[field]);
    if (answer.next === undefined || answer.next === null) break;
    after = answer.next;
  }
  return rows;
}
