-- From when a document is over; null where it has no end, and once its bytes were destroyed.
alter table notice add column erased_at timestamp(6) with time zone;
alter table notice add column over_at timestamp(6) with time zone;
update notice set over_at = fetch_until where fetch_until is not null;
create index notice_by_over on notice (over_at);

-- What operators ordered to keep past its time.
create table notice_hold (
  notice_id uuid primary key references notice (id),
  reason varchar(400) not null,
  ordered_by varchar(128) not null,
  since_at timestamp(6) with time zone not null
);
create index notice_hold_by_time on notice_hold (since_at, notice_id);

-- The last word of a destination on a payment that is not known here; gone once a known one comes.
create table payment_word (
  destination varchar(64) not null,
  sender_number varchar(64) not null,
  arrival_number varchar(18) not null,
  filing_seq int not null,
  word varchar(64) not null,
  since_at timestamp(6) with time zone not null,
  primary key (destination, sender_number),
  foreign key (arrival_number, filing_seq) references filing (arrival_number, seq)
);
create index payment_word_by_time on payment_word (since_at, destination, sender_number);
