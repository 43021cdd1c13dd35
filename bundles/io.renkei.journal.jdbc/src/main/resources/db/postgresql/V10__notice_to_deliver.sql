-- What a channel still has to deliver, and when each notice is tried next; a claim is a time that has not come.
create table notice_to_deliver (
  channel varchar(32) not null,
  notice_id uuid not null references notice (id),
  addressee varchar(48) not null,
  available_at timestamp(6) with time zone not null,
  tries int not null,
  try_at timestamp(6) with time zone not null,
  primary key (channel, notice_id)
);
create index notice_to_deliver_by_try on notice_to_deliver (channel, try_at, notice_id);
create index notice_to_deliver_by_time on notice_to_deliver (channel, available_at, notice_id);
