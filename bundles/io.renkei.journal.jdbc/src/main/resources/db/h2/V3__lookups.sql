-- What the destination of a filing is to be asked at ask_at: STATUS of what it accepted, or OUTCOME of an attempt. Who
-- asks the one does not read past what waits for the other.
alter table filing add column ask varchar(8);
update filing set ask = case when state = 'UNKNOWN' then 'OUTCOME' else 'STATUS' end where ask_at is not null;
drop index filing_by_ask_at;
create index filing_by_ask on filing (destination, ask, ask_at);

-- A row that was told is deleted: what waits is a page or two, however much was told in years.
delete from outbox where processed_at is not null;
drop index outbox_waiting;
alter table outbox drop column processed_at;
create index outbox_waiting on outbox (kind, id);
