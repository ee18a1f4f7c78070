-- A reader's position in each ledger, moved in the same transaction as what the events change.
create table ledger_mark (
  ledger      text collate "C" primary key,
  seq         bigint not null,
  recorded_at timestamptz
) with (fillfactor = 50);
