-- Every applied progress event. Those that say something of a target or item on a day are
-- observations; `understood` is false for a body that could not be read, which verification tells.
create table progress_event (
  ledger      text collate "C" not null,
  seq         bigint           not null,
  id          text collate "C" not null,
  type        text collate "C" not null,
  subject     text collate "C" not null,
  plan        text collate "C",
  refers      text collate "C",
  day         date,
  value       numeric,
  numerator   numeric,
  denominator numeric,
  project     text,
  step        text,
  stage       text,
  note        text,
  said_by     text,
  recorded_at timestamptz      not null,
  applied_at  timestamptz      not null default clock_timestamp(),
  body_digest bytea            not null,
  understood  boolean          not null default true,
  voided_seq  bigint,
  voided_at   timestamptz,
  primary key (ledger, seq)
);
-- A void names the event by its id.
create unique index progress_event_id on progress_event (ledger, id);
-- The fold reads a target's observations by kind, the latest first.
create index progress_event_subject on progress_event (subject, type, day, seq);
