// Calls of the API. The session's cookie says who is calling; what changes something says besides that a
// script of these pages sent it, which is what the gateway asks for (docs/security.md).

import { language } from '../words';
import { type ProblemDocument, Refused, refusal } from './refused';

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

/** An answer with what its next change has to be held against. */
export interface Tagged<T> {
  data: T;
  etag?: string;
}

export async function read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return (await readTagged<T>(path, query, signal)).data;
}

export async function readTagged<T>(
  path: string,
  query: Query = {},
  signal?: AbortSignal,
): Promise<Tagged<T>> {
  return call<T>(address(path, query), { headers: spoken(), signal });
}

export interface Change {
  /** Sent as JSON, unless it is a string or a file already, which `type` then names. */
  body?: unknown;
  type?: string;
  /** If-Match: the state that the change was thought for. */
  etag?: string;
  query?: Query;
}

/** Changes something; throws Refused, whose status is 0 when nobody answered: it may have been done or not. */
export async function change<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  { body, type, etag, query }: Change = {},
): Promise<Tagged<T>> {
  const headers: Record<string, string> = { ...spoken(), ...PAGE };
  if (etag) headers['If-Match'] = etag;
  if (body !== undefined) headers['Content-Type'] = type ?? 'application/json';
  const sent = body === undefined || type ? (body as BodyInit | undefined) : JSON.stringify(body);
  return call<T>(address(path, query), { method, headers, body: sent });
}

export interface Sending {
  type?: string;
  /** What the answer shall be; JSON unless said. */
  accept?: string;
  query?: Query;
  sent?: (share: number) => void;
}

/** Sends a file or a form that is answered with JSON. */
export async function upload<T>(path: string, body: Blob | FormData, sending: Sending = {}): Promise<T> {
  return parsed(await (await exchange(path, body, sending)).text()) as T;
}

/** Sends a file and gets one; an XMLHttpRequest, because fetch does not tell how far it has come. */
export function exchange(
  path: string,
  body: Blob | FormData,
  { type, accept, query, sent }: Sending = {},
): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path, query));
    request.responseType = 'blob';
    const headers = { ...spoken(), ...PAGE, ...(accept ? { Accept: accept } : {}) };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (type) request.setRequestHeader('Content-Type', type);
    request.upload.onprogress = (event) => event.lengthComputable && sent?.(event.loaded / event.total);
    request.onerror = () => reject(new Refused(0));
    request.onload = async () => {
      const answer = request.response as Blob;
      if (request.status < 300) resolve(answer);
      else reject(new Refused(request.status, parsed(await answer.text()) as ProblemDocument | null));
    };
    request.send(body);
  });
}

/** What the gateway takes as said by these pages themselves. */
export const PAGE = { 'Duban-Page': '1' };

const spoken = () => ({ Accept: 'application/json', 'Accept-Language': language() });

async function call<T>(to: string, options: RequestInit): Promise<Tagged<T>> {
  const response = await fetch(to, { ...options, cache: 'no-store' }).catch((cause) => {
    if (options.signal?.aborted) throw cause;
    throw new Refused(0);
  });
  if (!response.ok) throw await refusal(response);
  const etag = response.headers.get('ETag') ?? undefined;
  return { data: parsed(await response.text()) as T, etag };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
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
