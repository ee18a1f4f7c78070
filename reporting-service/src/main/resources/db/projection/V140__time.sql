-- Every applied event of the plans' ledgers and of the catalogue, by its place and moment: how far
-- each ledger was at a moment, and what happened between two. What it said is kept elsewhere.
create table plan_event (
  ledger      text collate "C" not null,
  seq         bigint           not null,
  type        text collate "C" not null,
  subject     text collate "C" not null,
  recorded_at timestamptz      not null,
  primary key (ledger, seq)
);

-- Why a plan was amended, as its event says.
alter table plan_revision add column reason text;

-- A promise that goes on from another year's, and a slice of a programme, are found by what they name.
create index target_continues on target (((definition ->> 'continues') collate "C"))
 where definition ->> 'continues' is not null;
create index target_programme on target ((definition ->> 'programme'))
 where definition ->> 'programme' is not null;
