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
