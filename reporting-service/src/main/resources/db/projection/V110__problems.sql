-- Every step of every problem, as its district's ledger has it: enough to tell the list as it was
-- known at any moment. `due` is null where the step names no day.
create table problem_step (
  ledger      text collate "C" not null,
  seq         bigint           not null,
  problem     text collate "C" not null,
  item        text collate "C" not null,
  plan        text collate "C" not null,
  year        int              not null,
  state       text collate "C" not null,
  due         date,
  severity    text,
  text        text,
  said_by     text,
  recorded_at timestamptz      not null,
  primary key (ledger, seq)
);
create index problem_step_problem on problem_step (ledger, problem, seq);
create index problem_step_item on problem_step (item);

-- The day for which a district's overdue problems were last told.
create table problem_turn (
  district text collate "C" primary key,
  day      date not null
);
