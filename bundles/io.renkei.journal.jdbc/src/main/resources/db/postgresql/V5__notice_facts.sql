-- Each fact of a notice is written once, with its time. due_at is when its deadlines are to be looked at next, null where
-- nothing is to come of them.
alter table notice add column verified_at timestamp(6) with time zone;
alter table notice add column delivered_at timestamp(6) with time zone;
alter table notice add column expiring_at timestamp(6) with time zone;
alter table notice add column expired_at timestamp(6) with time zone;
alter table notice add column fallback_started_at timestamp(6) with time zone;
alter table notice add column superseded_at timestamp(6) with time zone;
alter table notice add column withdrawn_at timestamp(6) with time zone;
alter table notice add column contradicted_at timestamp(6) with time zone;
alter table notice add column failed_at timestamp(6) with time zone;
alter table notice add column fetch_until timestamp(6) with time zone;
alter table notice add column due_at timestamp(6) with time zone;

-- What the document says, and what was found when its seal was examined.
alter table notice add column issued_on date;
alter table notice add column closes boolean default false not null;
alter table notice add column replaces varchar(400);
alter table notice add column withdraws boolean default false not null;
alter table notice add column signers varchar(400);
alter table notice add column finding varchar(1000);

-- The later document that replaced it or took it back, and another decision of its filing.
alter table notice add column successor uuid references notice (id);
alter table notice add column rival uuid references notice (id);
alter table notice add column repeats int default 0 not null;

-- The mark that the addressee sets; no fact.
alter table notice add column is_read boolean default false not null;

create index notice_by_filing on notice (arrival_number, filing_seq);
create index notice_by_replaced on notice (destination, replaces);
create index notice_by_due on notice (due_at);
create index notice_by_contradicted on notice (contradicted_at);
create index notice_by_fallback on notice (fallback_started_at);

-- How a notice fares on each channel.
create table notice_delivery (
  notice_id uuid not null references notice (id),
  channel varchar(32) not null,
  state varchar(16) not null,
  since_at timestamp(6) with time zone not null,
  code varchar(400) not null,
  primary key (notice_id, channel)
);
