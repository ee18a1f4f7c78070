// What the figures come to: what is wrong, what that means, and what is to be done. Pure.

import { dataOf, type Head, type Letter, type Letters, type Look, type Relay, type Service } from './reading';

export type Level = 'trouble' | 'hint';

/** Its words are `operations.finding.<word>.{what,means,todo}`, with these figures in them. */
export interface Finding {
  word: string;
  level: Level;
  values: Record<string, string | number>;
  /** When it began, where that is known. */
  since?: string;
  /** The part's own words, for whoever mends it. */
  why?: string;
}

/** How a ledger stands along its way. What a part that is away would have said is null. */
export interface Place {
  ledger: string;
  seq: number;
  hash: string;
  recordedAt: string | null;
  sent: number | null;
  applied: number | null;
}

const SERVICES: Service[] = ['plans', 'progress', 'reporting'];

export function headsOf(look: Look): Head[] {
  return [...(dataOf(look.plans) ?? []), ...(dataOf(look.progress) ?? [])];
}

export function placesOf(look: Look): Place[] {
  const relays = [dataOf(look.services.plans)?.relay, dataOf(look.services.progress)?.relay];
  const positions = dataOf(look.positions);
  return headsOf(look).map(({ ledger, seq, hash, recordedAt }) => ({
    ledger,
    seq,
    hash,
    recordedAt: recordedAt ?? null,
    sent: sentOf(relays[ledger.startsWith('plans/') ? 0 : 1], ledger, seq),
    applied: positions ? (positions[ledger] ?? 0) : null,
  }));
}

/** A relay names the ledgers that are behind, so one that it does not name is sent whole. */
function sentOf(relay: Relay | undefined, ledger: string, seq: number): number | null {
  if (!relay) return null;
  return relay.ledgers.find((one) => one.ledger === ledger)?.sent ?? seq;
}

/** What was recorded at the look before and is in no report yet: events under way are no lateness. */
export function lateLedgers(look: Look, before: Look | null): { ledgers: string[]; events: number } {
  const positions = dataOf(look.positions);
  if (!positions || !before) return { ledgers: [], events: 0 };
  const late = headsOf(before).filter(({ ledger, seq }) => (positions[ledger] ?? 0) < seq);
  return {
    ledgers: late.map(({ ledger }) => ledger),
    events: late.reduce((sum, { ledger, seq }) => sum + seq - (positions[ledger] ?? 0), 0),
  };
}

export function openLetters(letters: Letters | null): Letter[] {
  return [letters?.progress, letters?.reporting]
    .flatMap((said) => dataOf(said)?.letters ?? [])
    .filter(({ state }) => state === 'open');
}

/** Everything that is not as it should be, the worst first. */
export function findings(look: Look, before: Look | null, letters: Letters | null): Finding[] {
  const found = [
    ...silent(look),
    ...withoutDatabase(look),
    ...withoutKafka(look),
    ...relaying(look),
    ...intake(look, before),
    ...held(look),
    ...unread(letters),
    ...building(look),
    ...webhooks(look),
    ...versions(look),
    ...streams(look),
  ];
  return [
    ...found.filter(({ level }) => level === 'trouble'),
    ...found.filter(({ level }) => level === 'hint'),
  ];
}

const trouble = (word: string, values: Finding['values'], more: Partial<Finding> = {}): Finding => ({
  word,
  level: 'trouble',
  values,
  ...more,
});
const hint = (word: string, values: Finding['values'], more: Partial<Finding> = {}): Finding => ({
  ...trouble(word, values, more),
  level: 'hint',
});

function silent(look: Look): Finding[] {
  const away = (['gateway', ...SERVICES] as Service[]).filter((name) => !dataOf(look.services[name]));
  if (away.includes('gateway')) return [trouble('silent.gateway', {})];
  return away.map((name) => {
    const said = look.services[name];
    return trouble(`silent.${name}`, {}, { why: 'why' in said ? said.why : undefined });
  });
}

function withoutDatabase(look: Look): Finding[] {
  return SERVICES.filter((name) => dataOf(look.services[name])?.databaseAnswers === false).map((name) =>
    trouble('database', { service: `${name}-service` }),
  );
}

/** Said once, whoever notices it. */
function withoutKafka(look: Look): Finding[] {
  const said = SERVICES.map((name) => dataOf(look.services[name])?.kafka).filter(
    (kafka) => kafka !== undefined,
  );
  const away = said.filter((kafka) => !kafka.answers);
  if (!away.length) return [];
  return [trouble(away.length === said.length ? 'kafka' : 'kafkaForSome', {}, { why: away[0]?.why })];
}

function relaying(look: Look): Finding[] {
  if (withoutKafka(look).length) return [];
  return SERVICES.flatMap((name) => {
    const relay = dataOf(look.services[name])?.relay;
    if (!relay?.trouble || !relay.unsent) return [];
    const { since, why } = relay.trouble;
    return [trouble('relay', { service: `${name}-service`, n: relay.unsent }, { since, why })];
  });
}

function intake(look: Look, before: Look | null): Finding[] {
  const stuck = (dataOf(look.services.reporting)?.intake ?? []).flatMap(({ topic, trouble: met }) =>
    met ? [trouble('intake', { topic }, { since: met.since, why: met.why })] : [],
  );
  if (stuck.length) return stuck;
  const { ledgers, events } = lateLedgers(look, before);
  return events ? [hint('late', { n: events, ledgers: ledgers.length })] : [];
}

function held(look: Look): Finding[] {
  return (dataOf(look.services.progress)?.held ?? []).map(({ ledger, since, why }) =>
    trouble('held', { ledger }, { since, why }),
  );
}

function unread(letters: Letters | null): Finding[] {
  const open = openLetters(letters);
  return open.length ? [trouble('letters', { n: open.length })] : [];
}

function building(look: Look): Finding[] {
  const rebuild = dataOf(look.rebuild);
  const found: Finding[] = [];
  if (dataOf(look.services.reporting)?.serving === false) found.push(trouble('building', {}));
  if (rebuild?.phase === 'failed') found.push(hint('rebuildFailed', {}, { why: rebuild.failure }));
  if (rebuild?.identical === false)
    found.push(hint('different', { tables: (rebuild.different ?? []).join(', ') }));
  return found;
}

function webhooks(look: Look): Finding[] {
  const counts = dataOf(look.services.reporting)?.webhooks;
  const n = (counts?.failing ?? 0) + (counts?.turnedOff ?? 0);
  return counts && (n || counts.givenUp) ? [hint('webhooks', { n, givenUp: counts.givenUp })] : [];
}

function versions(look: Look): Finding[] {
  const said = (['gateway', ...SERVICES] as Service[])
    .map((name) => dataOf(look.services[name])?.process.version)
    .filter((version) => version !== undefined);
  const several = [...new Set(said)];
  return several.length > 1 ? [hint('versions', { versions: several.join(', ') })] : [];
}

function streams(look: Look): Finding[] {
  const said = dataOf(look.services.reporting)?.streams;
  if (!said || typeof said === 'number' || said.open < said.most * 0.9) return [];
  return [hint('streams', { open: said.open, most: said.most })];
}
