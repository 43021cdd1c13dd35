-- When a filing's destination is to be asked next, and how long was waited before: the longer nothing changes, the longer.
alter table filing add column ask_at timestamp(6) with time zone
  default timestamp with time zone '1970-01-01 00:00:00+00' not null;
alter table filing add column ask_pause_millis bigint default 0 not null;

drop index filing_by_asked;
alter table filing drop column asked_at;
create index filing_by_ask_at on filing (destination, state, ask_at);
