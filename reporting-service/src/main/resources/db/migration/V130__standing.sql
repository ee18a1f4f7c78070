-- Reports of parts, and what answers a report: the bureau's latest verdict and the first
-- explanation stand beside the event; who asks for an earlier moment finds the earlier verdicts by
-- what refers to the event.
alter table progress_event
  add column part          text,
  add column explanation   text,
  add column verdict       text collate "C",
  add column verdict_seq   bigint,
  add column verdict_at    timestamptz,
  add column explained_seq bigint,
  add column explained_at  timestamptz;

drop index progress_event_subject;
-- The fold reads a target's observations by kind and part, the latest first.
create index progress_event_subject
    on progress_event (subject, type, coalesce(part, ''), day, seq);
create index progress_event_judged
    on progress_event (subject, type, coalesce(part, ''), day, seq) where verdict_seq is not null;
create index progress_event_answers
    on progress_event (ledger, refers, seq)
 where type in ('report.verified', 'report.disputed', 'report.explained');

-- What a standing is made of (periods, projects, parts) and what stands beside it; null: nothing.
alter table target add column detail jsonb;

-- Events that were applied before these columns: answers are found, parts came with this version.
update progress_event e set verdict = substr(v.type, 8), verdict_seq = v.seq, verdict_at = v.recorded_at
  from (select distinct on (ledger, refers) ledger, refers, seq, type, recorded_at
          from progress_event where type in ('report.verified', 'report.disputed')
         order by ledger, refers, seq desc) v
 where v.ledger = e.ledger and v.refers = e.id and v.seq > e.seq;
update progress_event e set explained_seq = v.seq, explained_at = v.recorded_at
  from (select distinct on (ledger, refers) ledger, refers, seq, recorded_at
          from progress_event where type = 'report.explained'
         order by ledger, refers, seq) v
 where v.ledger = e.ledger and v.refers = e.id and v.seq > e.seq;
update target set day = null;
