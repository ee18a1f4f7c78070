-- The files that districts handed in. The bytes are in the store of evidence, by their hash; a row
-- is written once they are durable there. Rows are never changed or removed.
create table evidence (
  district    text collate "C" not null,
  hash        text collate "C" not null,
  seq         bigint generated always as identity,
  size        bigint not null,
  type        text not null,
  name        text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null default now(),
  primary key (district, hash)
);

create unique index evidence_in_order on evidence (district, seq);
