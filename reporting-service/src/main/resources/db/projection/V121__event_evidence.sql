-- How many files a report brings; an event that brings none has no row. A projection, as all that
-- is made of events alone.
create table event_evidence (
  ledger text collate "C" not null,
  seq    bigint           not null,
  files  int              not null,
  primary key (ledger, seq)
);
