-- Whom to tell, and what was told. These rows come from nowhere else: they are no projection, and
-- no rebuild may empty them.
create table webhook (
  id           text collate "C" primary key default 'wh_' || replace(uuidv7()::text, '-', ''),
  scope        text collate "C" not null,
  url          text             not null,
  events       text[]           not null,
  secret       text             not null,
  enabled      boolean          not null default true,
  disabled_why text,
  -- The change up to which the feed was read for it.
  cursor       bigint           not null,
  created_by   text             not null,
  created_at   timestamptz      not null default clock_timestamp()
);

create table webhook_delivery (
  webhook      text collate "C" not null references webhook on delete cascade,
  -- The message's id, which a receiver knows a repeat by.
  id           text collate "C" not null,
  type         text collate "C" not null,
  payload      text             not null,
  state        text collate "C" not null default 'pending',
  attempts     int              not null default 0,
  next_at      timestamptz      not null default clock_timestamp(),
  status       int,
  latency_millis int,
  answer       text,
  created_at   timestamptz      not null default clock_timestamp(),
  delivered_at timestamptz,
  primary key (webhook, id)
);
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'pending';
create index webhook_delivery_log on webhook_delivery (webhook, created_at desc, id);

-- The light that a webhook's receiver knows of a target.
create table webhook_light (
  webhook text collate "C" not null references webhook on delete cascade,
  target  text collate "C" not null,
  light   text collate "C" not null,
  primary key (webhook, target)
);
