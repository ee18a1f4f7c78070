-- What can be told again from the ledgers lives in a schema named by its version (db/projection).
-- Here stays what cannot: the calendar's day, the feed's numbers, the story of the rebuilds.

-- One row: the day that every standing is told for.
create table if not exists calendar (
  only_row boolean primary key default true check (only_row),
  today    date not null,
  -- The DUBAN_TODAY that `today` was set from; null: the real day.
  set_from date
);
alter table calendar drop column if exists catalogue_version;

-- Where the projections lay before they had versions.
do $$
begin
  -- A view of the last layout, a table of the one before it.
  if exists (select from pg_views where schemaname = 'public' and viewname = 'indicator') then
    drop view public.indicator;
  end if;
end $$;
drop table if exists indicator, district, definition, plan_revision, plan, item, target, progress_event, light_count,
                     rollup, ledger_mark;

-- Versions that were built to the end, and by which scripts: only those are served.
create table projection_version (
  version  int  primary key,
  scripts  text not null,
  built_at timestamptz not null default now()
);

-- Every report locks it for the time it reads, and the switch to rebuilt tables locks all of them
-- out: a report that began on the old tables would find rows of the new ones missing.
create table projection_gate ();

create table rebuild (
  no         bigint generated always as identity primary key,
  version    int  not null,
  phase      text not null default 'reading',
  done       bigint not null default 0,
  total      bigint not null default 0,
  per_second bigint not null default 0,
  began_at   timestamptz not null default clock_timestamp(),
  -- Moves every second while it runs: one that stands still has ended with its process.
  told_at    timestamptz not null default clock_timestamp(),
  ended_at   timestamptz,
  -- Empty: the rebuilt tables hold what the old ones held; null: there was nothing to compare with.
  different  text[],
  failure    text
);
