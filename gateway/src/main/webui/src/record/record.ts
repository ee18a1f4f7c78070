// How the pages put facts into a district's ledger.

import { change } from '../api/call';
import { Refused } from '../api/refused';
import { useSession } from '../session/useSession';
import { Decimal } from './decimal';

export type Said = string | Decimal | string[] | undefined;

/** A fact before the ledger has it. Its id stays the same over every attempt, so that none is kept twice. */
export interface NewEvent {
  id: string;
  type: string;
  fields: Record<string, Said>;
}

/** What the ledger says once a fact is in it for good. */
export interface Receipt {
  ledger: string;
  seq: number;
  hash: string;
  recordedAt: string;
}

/** An id that nobody else makes; not randomUUID, which browsers hide from pages without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `web-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The event as JSON, its figures digit by digit. */
export function encoded({ id, type, fields }: NewEvent): string {
  const members = Object.entries<Said>({ id, type, ...fields })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(
      ([name, value]) =>
        `${JSON.stringify(name)}:${value instanceof Decimal ? value.digits : JSON.stringify(value)}`,
    );
  return `{${members.join(',')}}`;
}

/** One event, or several that are kept all or not at all. Answers with the receipt of the last. */
export async function record(district: string, events: NewEvent[]): Promise<Receipt> {
  const [only] = events;
  const body = events.length === 1 && only ? encoded(only) : `[${events.map(encoded).join(',')}]`;
  try {
    const { data } = await change<Receipt | { events: Receipt[] }>('POST', `/districts/${district}/events`, {
      body,
      type: 'application/json',
    });
    return 'events' in data ? (data.events.at(-1) as Receipt) : data;
  } catch (failure) {
    if (failure instanceof Refused && failure.status === 401) useSession().expire();
    throw failure;
  }
}

/** No answer, or one that does not tell: it may be in the ledger or not, and the same again does no harm. */
export const isLost = (failure: Refused): boolean => failure.status === 0 || failure.status >= 500;

/** The id is in the ledger already with other content: an earlier attempt arrived after all. */
export const isConflict = (failure: Refused): boolean =>
  failure.problem?.type?.endsWith('/event-id-conflict') ?? false;
