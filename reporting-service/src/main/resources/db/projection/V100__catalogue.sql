-- Every definition of a district, indicator, programme and of the settings, as its ledger has it:
-- the newest of each key holds, and the ones before it hold for reports as they were known then.
create table definition (
  seq         bigint           primary key,
  kind        text collate "C" not null,
  key         text collate "C" not null,
  content     jsonb            not null,
  recorded_at timestamptz      not null,
  body_digest bytea            not null
);
create index definition_key on definition (kind, key, seq desc);

-- The indicators in force, for SQL that must know how one adds up.
create view indicator as
  select distinct on (key) key, content from definition where kind = 'INDICATOR' order by key, seq desc;
