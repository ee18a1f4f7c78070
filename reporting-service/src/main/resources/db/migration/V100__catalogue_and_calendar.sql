-- One row: the day that every standing is told for, and the version of the catalogue's copy.
create table calendar (
  only_row          boolean primary key default true check (only_row),
  today             date   not null,
  -- The DUBAN_TODAY that `today` was set from; null: the real day.
  set_from          date,
  catalogue_version bigint not null default 0
);

create table district (
  code        text collate "C" not null,
  valid_from  date             not null,
  content     jsonb            not null,
  seq         bigint           not null,
  body_digest bytea            not null,
  primary key (code, valid_from)
);

create table indicator (
  key         text collate "C" primary key,
  content     jsonb  not null,
  seq         bigint not null,
  body_digest bytea  not null
);
