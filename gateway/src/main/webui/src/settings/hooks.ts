// Webhooks as the API keeps them.

import { change, read } from '../api/call';

export const EVENTS = [
  'target.light',
  'item.reminded',
  'item.urged',
  'report.due',
  'problem.opened',
  'problem.overdue',
] as const;

export interface Webhook {
  id: string;
  scope: string;
  url: string;
  events: string[];
  enabled: boolean;
  disabledWhy?: string;
  createdBy: string;
  createdAt: string;
}

export interface Delivery {
  id: string;
  type: string;
  state: 'pending' | 'delivered' | 'failed';
  attempts: number;
  status?: number;
  latencyMillis?: number;
  answer?: string;
  createdAt: string;
  deliveredAt?: string;
  nextAt?: string;
  payload: string;
}

interface WithSecret {
  webhook: Webhook;
  secret: string;
}

export const webhooksOf = (scope: string, signal?: AbortSignal) =>
  read<{ webhooks: Webhook[] }>('/webhooks', { scope }, signal).then(({ webhooks }) => webhooks);

export const addWebhook = (scope: string, url: string, events: string[]) =>
  change<WithSecret>('POST', '/webhooks', { body: { url, scope, events } }).then(({ data }) => data);

export const changeWebhook = (id: string, changed: Partial<Pick<Webhook, 'url' | 'events' | 'enabled'>>) =>
  change<Webhook>('PUT', `/webhooks/${id}`, { body: changed });

export const newSecret = (id: string) =>
  change<WithSecret>('POST', `/webhooks/${id}/secret`).then(({ data }) => data);

export const removeWebhook = (id: string) => change('DELETE', `/webhooks/${id}`);

export const deliveriesOf = (id: string, after?: string, signal?: AbortSignal) =>
  read<{ deliveries: Delivery[]; next?: string }>(`/webhooks/${id}/deliveries`, { after, limit: 20 }, signal);

export const deliverAgain = (id: string, delivery: string) =>
  change('POST', `/webhooks/${id}/deliveries/${delivery}/redeliver`);

/** A first look; whether the address can be called the server says, and says why not. */
export function isAddress(url: string, allowsHttp = true): boolean {
  try {
    const { protocol, hostname } = new URL(url);
    return hostname !== '' && (protocol === 'https:' || (allowsHttp && protocol === 'http:'));
  } catch {
    return false;
  }
}

/** The word for an event: keys of words have no points in them. */
export const eventKey = (event: string): string => `settings.hook.event.${event.replaceAll('.', '-')}`;
