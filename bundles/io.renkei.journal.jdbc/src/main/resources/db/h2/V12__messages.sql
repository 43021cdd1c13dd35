-- A message without a seal: the name that its destination gave it, and the server that it was fetched from. What is
-- encrypted of it is encrypted like a notice.
alter table notice add column authenticated_at timestamp(6) with time zone;
create table notice_origin (
  notice_id uuid primary key references notice (id),
  destination varchar(64) not null,
  entry varchar(200) not null,
  server varchar(300) not null,
  certificate varchar(64) not null,
  constraint notice_origin_once unique (destination, entry)
);

-- Whether nobody is to be told that it was fetched (any more).
alter table notice add column untold_at timestamp(6) with time zone;
alter table notice add column receipt_over boolean default false not null;
drop index notice_receipt_due;
create index notice_receipt_due on notice (destination, receipt_over, receipt_sent_at, fetched_at, id);

-- Word of a private delivery service that the addressee opened it there.
alter table notice add column opened_at timestamp(6) with time zone;
alter table notice_delivery add column opened_at timestamp(6) with time zone;
create index notice_delivery_by_state on notice_delivery (channel, state, since_at, notice_id);

-- What its issuer asks for: which of its notices nobody fetched in their time.
create index notice_by_expired on notice (destination, expired_at, id);
