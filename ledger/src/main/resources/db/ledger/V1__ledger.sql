-- A ledger's head is its lock: whoever updates this row is the one writer, so seq has no holes.
-- The low fill factor lets the update stay on its page without touching the index.
create table ledger_head (
  ledger      text collate "C" primary key,
  seq         bigint      not null,
  hash        bytea       not null,
  recorded_at timestamptz not null
) with (fillfactor = 50);

create table ledger_event (
  ledger      text collate "C" not null,
  seq         bigint           not null,
  id          text collate "C" not null,
  type        text collate "C" not null,
  subject     text collate "C" not null,
  refers      text collate "C",
  recorded_at timestamptz      not null,
  body        text,
  body_digest bytea            not null,
  hash        bytea            not null,
  primary key (ledger, seq)
);

-- Idempotency: the id decides the race, nobody looks first to find out.
create unique index ledger_event_id on ledger_event (ledger, id);
create index ledger_event_subject on ledger_event (ledger, subject, seq);
create index ledger_event_refers on ledger_event (ledger, refers, seq) where refers is not null;

-- How far the relay has sent; apart from the head, so that relaying never holds up an append.
create table ledger_relay (
  ledger text collate "C" primary key,
  seq    bigint not null
) with (fillfactor = 50);
