-- How many targets stand how, for an item, a plan, or a scope and year.
create table light_count (
  kind       text collate "C" not null,
  key        text collate "C" not null,
  year       int              not null,
  targets    int not null,
  reported   int not null,
  unreported int not null,
  past_due   int not null,
  achieved   int not null,
  overdue    int not null,
  on_track   int not null,
  at_risk    int not null,
  behind     int not null,
  not_due    int not null,
  primary key (kind, key, year)
) with (fillfactor = 70);

-- Additive columns only, moved by differences; the peak columns serve "max" and "latest".
create table rollup (
  scope     text collate "C" not null,
  year      int              not null,
  indicator text collate "C" not null,
  promised           numeric not null,
  reached            numeric not null,
  paced              numeric not null,
  baseline           numeric not null,
  numerator          numeric not null,
  denominator        numeric not null,
  promised_numerator numeric not null,
  targets    int not null,
  reported   int not null,
  unreported int not null,
  past_due   int not null,
  achieved   int not null,
  overdue    int not null,
  on_track   int not null,
  at_risk    int not null,
  behind     int not null,
  not_due    int not null,
  peak_promised numeric,
  peak_reached  numeric,
  peak_paced    numeric,
  reported_at timestamptz,
  changed_at  timestamptz not null,
  primary key (scope, year, indicator)
) with (fillfactor = 70);
