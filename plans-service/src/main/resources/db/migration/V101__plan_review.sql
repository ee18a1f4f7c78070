-- A document that was handed in for a plan, and its review: the words as they stood, what was read
-- from them, and the outline that the draft takes from it. One is current, named by the draft;
-- those that it replaced stay here.
create table plan_review (
  id         bigint generated always as identity primary key,
  plan       text collate "C" not null references plan_draft (plan),
  file_name  text             not null,
  format     text             not null,
  sha256     bytea            not null,
  original   bytea            not null,
  text       text             not null,
  layout     text             not null,
  outline    text             not null,
  started_by text             not null,
  started_at timestamptz      not null
);
create index plan_review_plan on plan_review (plan, id);

-- "no" counts in the order of the text; what a person adds follows behind.
create table review_proposal (
  review   bigint  not null references plan_review (id),
  no       integer not null,
  proposal text    not null,
  primary key (review, no)
);

-- Who changed what, and when. Rows are added and nothing else, which the trigger sees to.
create table review_history (
  review     bigint      not null references plan_review (id),
  seq        integer     not null,
  no         integer,
  action     text        not null,
  before     text,
  after      text,
  reason     text,
  by         text        not null,
  at         timestamptz not null,
  primary key (review, seq)
);

create function review_history_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the history of a review is never changed';
end $$;

create trigger review_history_stays before update or delete on review_history
  for each statement execute function review_history_stays();

-- The draft names the review that it comes from; null when it was written by hand. The count is
-- here so that publishing sees it in the same row, under the same version, as the content.
alter table plan_draft
  add column review    bigint references plan_review (id),
  add column undecided integer not null default 0;
