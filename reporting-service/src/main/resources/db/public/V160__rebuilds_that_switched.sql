-- Written in the switch's own transaction: a rebuild whose process ends between the switch and its
-- last words was not in vain.
alter table rebuild add column switched_at timestamptz;
