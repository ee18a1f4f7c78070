-- Numbers are taken from this one row, locked last in a transaction, so they become visible in
-- order: a bare sequence would let a reader step over what commits late.
create table feed_head (
  only_row boolean primary key default true check (only_row),
  no       bigint not null
) with (fillfactor = 10);
insert into feed_head (no) values (0);

create table change_feed (
  no     bigint primary key,
  kind   text collate "C"   not null,
  key    text collate "C"   not null,
  -- The scopes whose streams carry it.
  scopes text[]             not null,
  year   int                not null,
  -- JSON as it goes over the wire; null: the row is gone.
  row    text,
  at     timestamptz        not null default clock_timestamp()
);
