-- Every revision as it was published, for reports as they were known at a moment.
create table plan_revision (
  plan        text collate "C" not null,
  revision    int              not null,
  seq         bigint           not null,
  content     jsonb            not null,
  recorded_at timestamptz      not null,
  body_digest bytea            not null,
  primary key (plan, revision)
);

create table plan (
  plan      text collate "C" primary key,
  district  text collate "C" not null,
  year      int              not null,
  title     text             not null,
  title_en  text,
  revision  int              not null,
  closed_at timestamptz
);
create index plan_district on plan (district, year);

create table item (
  item     text collate "C" primary key,
  plan     text collate "C" not null,
  no       text,
  title    text             not null,
  title_en text
);

-- What was promised, where it stands, and what it has put into the sums above it. The counted
-- columns are what a change must take away again, whatever the definition says by then.
create table target (
  target      text collate "C" primary key,
  plan        text collate "C" not null,
  item        text collate "C" not null,
  district    text collate "C" not null,
  year        int              not null,
  revision    int              not null,
  indicator   text collate "C",
  definition  jsonb            not null,
  plan_starts date             not null,
  plan_ends   date             not null,
  interval_days int            not null,
  dropped     boolean          not null default false,

  -- The standing; `day` is the day it holds for, null when it must be made anew.
  day         date,
  figure      numeric,
  numerator   numeric,
  denominator numeric,
  done        numeric,
  pace        numeric,
  light       text collate "C",
  unreported  boolean,
  past_due    boolean,
  reported_on date,
  reported_at timestamptz,

  counted           boolean not null default false,
  counted_item      text collate "C",
  counted_scopes    text[],
  counted_indicator text collate "C",
  counted_promised           numeric not null default 0,
  counted_reached            numeric not null default 0,
  counted_paced              numeric not null default 0,
  counted_baseline           numeric not null default 0,
  counted_numerator          numeric not null default 0,
  counted_denominator        numeric not null default 0,
  counted_promised_numerator numeric not null default 0
) with (fillfactor = 70);
create index target_plan on target (plan);
create index target_indicator on target (counted_indicator, year) where counted;
create index target_item on target (item);
-- The calendar's tick asks which districts still stand at another day.
create index target_day on target (district, day);
