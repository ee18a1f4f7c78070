// A paper as a file. It is fetched and not merely linked to, so that the page can say that it is being made
// and, where it is refused, why: a link would save the refusal under the file's name.

import { address, type Query } from '../api/call';
import { Refused, refusal } from '../api/refused';
import { language } from '../words';

export type Form = 'docx' | 'xlsx' | 'json';

const KEPT_MILLIS = 60_000;

/** Saves it and says under which name. */
export async function download(path: string, form: Form, query: Query): Promise<string> {
  const response = await fetch(address(path, { ...query, format: form }), {
    headers: { 'Accept-Language': language() },
    cache: 'no-store',
  }).catch(() => null);
  if (!response) throw new Refused(0);
  if (!response.ok) throw await refusal(response);
  const content = await response.blob().catch(() => null);
  if (!content) throw new Refused(0);
  const fallback = `${path.slice(1).replaceAll('/', '-')}.${form}`;
  const name = fileName(response.headers.get('Content-Disposition')) ?? fallback;
  save(content, name);
  return name;
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MILLIS);
}

/** The name of RFC 5987 before the plain one, which has no Chinese in it. */
export function fileName(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null;
}
