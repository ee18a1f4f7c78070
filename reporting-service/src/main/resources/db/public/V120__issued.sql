-- Papers as they were issued. This is no projection: a rebuild must never touch it, because it is
-- the only place that keeps the words which the catalogue's ledger holds the digest of.
create table issued (
  kind      text collate "C" not null,
  scope     text collate "C" not null,
  period    text collate "C" not null,
  number    int              not null,
  as_of     date             not null,
  known_at  timestamptz      not null,
  -- Canonical JSON, byte by byte as its digest covers it.
  content   text             not null,
  digest    text collate "C" not null,
  by        text             not null,
  issued_at timestamptz      not null default clock_timestamp(),
  -- Its event's place in the catalogue's ledger; null until the owner has taken it.
  recorded_seq bigint,
  recorded     boolean not null default false,
  primary key (kind, scope, period, number)
);
