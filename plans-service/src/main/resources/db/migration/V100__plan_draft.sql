-- The one thing edited here: what a district is still writing. What was published is in the ledger
-- and nowhere else, so publishing leaves this table alone.
create table plan_draft (
  plan      text collate "C" primary key,
  district  text collate "C" not null,
  year      integer          not null,
  title     text             not null,
  content   text             not null,
  edited_by text             not null,
  edited_at timestamptz      not null,
  version   integer          not null
);
