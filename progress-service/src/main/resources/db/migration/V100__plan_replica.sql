-- The newest published revision of each plan that this service has heard of, by which events are
-- judged. It can be thrown away (with ledger_mark): it is read again from plans-service.
create table plan_replica (
  plan     text collate "C" primary key,
  revision integer not null,
  closed   boolean not null,
  content  text    not null
);
