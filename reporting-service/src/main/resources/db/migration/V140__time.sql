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
insert into plan_event (ledger, seq, type, subject, recorded_at)
  select 'plans/' || substr(plan, 1, 6), seq,
         case when revision = 1 then 'plan.published' else 'plan.amended' end, plan, recorded_at
    from plan_revision
  union all
  select 'plans/catalogue', seq, lower(kind) || '.defined', key, recorded_at from definition
  on conflict do nothing;

-- Why a plan was amended, as its event says.
alter table plan_revision add column reason text;

-- A promise that goes on from another year's, and a slice of a programme, are found by what they name.
create index target_continues on target (((definition ->> 'continues') collate "C"))
 where definition ->> 'continues' is not null;
create index target_programme on target ((definition ->> 'programme'))
 where definition ->> 'programme' is not null;
