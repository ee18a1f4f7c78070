-- The steps of the loop of supervision beside the reports: accepted, reminded, urged, completed,
-- confirmed, returned of a work item, and appraised of a plan.
create table supervision_step (
  ledger      text collate "C" not null,
  seq         bigint           not null,
  kind        text collate "C" not null,
  -- Null for what is about a whole plan.
  item        text collate "C",
  plan        text collate "C" not null,
  year        int              not null,
  target      text collate "C",
  day         date,
  due         date,
  score       numeric,
  grade       text,
  text        text,
  said_by     text,
  recorded_at timestamptz      not null,
  primary key (ledger, seq)
);
create index supervision_step_plan on supervision_step (plan, seq);
create index supervision_step_target on supervision_step (target, due) where target is not null;
