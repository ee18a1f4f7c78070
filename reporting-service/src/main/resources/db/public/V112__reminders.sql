-- Reminders that the ledger's owner refused for good, so that they are not posted for ever.
create table reminder_refused (
  id     text collate "C" primary key,
  status int         not null,
  at     timestamptz not null default clock_timestamp()
);
