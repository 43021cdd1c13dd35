-- A bundle that is gathered for a handover is of these kinds alone; one that the person gathers has neither.
alter table holding_bundle add column handover uuid;
alter table holding_bundle add column kinds varchar(400);
create unique index holding_bundle_of_handover on holding_bundle (handover);

alter table handover add column bundle uuid;

-- An access record is about an item, or about a deduction certificate of a kind and a year.
alter table access_record alter column item drop not null;
alter table access_record add column certificate varchar(16);
alter table access_record add column tax_year int;
