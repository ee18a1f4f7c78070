// A district's program with the client that openapi-typescript makes of the description: posts an event,
// reads it back, and prints the receipt. Its token and the gateway's address come as arguments.
import createClient from 'openapi-fetch';
import type { components, paths } from './api.js';

const [address, token, id] = process.argv.slice(2);
const duban = createClient<paths>({ baseUrl: address, headers: { Authorization: `Bearer ${token}` } });

const event: components['schemas']['ProgressAdded'] = {
  id,
  type: 'progress.added',
  target: '320412-2022.6.1',
  on: '2022-06-30',
  amount: 1,
};
const posted = await duban.POST('/api/v1/districts/{code}/events', {
  params: { path: { code: '320412' } },
  body: event,
});
if (!posted.data) throw new Error(JSON.stringify(posted.error));
const receipt = posted.data as components['schemas']['ReceiptView'];

const read = await duban.GET('/api/v1/districts/{code}/events', {
  params: { path: { code: '320412' }, query: { after: receipt.seq! - 1, limit: 1 } },
});
const kept = read.data?.events?.[0];
console.log(JSON.stringify({ ledger: receipt.ledger, seq: receipt.seq, hash: receipt.hash, kept: kept?.id }));
