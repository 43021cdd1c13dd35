-- When a filing's destination is to be asked next (null: there is nothing to ask), and how long was waited before: the
-- longer nothing changes, the longer.
alter table filing add column ask_at timestamp(6) with time zone;
alter table filing add column ask_pause_millis bigint default 0 not null;
update filing set ask_at = asked_at where state in
  ('TRANSMITTED', 'ARRIVED', 'EXAMINING', 'CORRECTION_REQUESTED', 'WITHDRAWING', 'DECIDED', 'UNKNOWN');

drop index filing_by_asked;
alter table filing drop column asked_at;
create index filing_by_ask_at on filing (destination, ask_at);

-- Who drains one kind does not read past what waits for another.
drop index outbox_waiting;
create index outbox_waiting on outbox (kind, id) where processed_at is null;
