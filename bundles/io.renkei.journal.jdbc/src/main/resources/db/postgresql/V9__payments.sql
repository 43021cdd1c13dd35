-- What a destination wants paid for a filing. All but filing, day and state is encrypted under the key of the case.
create table payment (
  id uuid primary key,
  destination varchar(64) not null,
  sender_number varchar(64) not null,
  arrival_number varchar(18) not null,
  filing_seq int not null,
  addressee varchar(48) not null,
  state varchar(16) not null,
  due_on date not null,
  lapse_at timestamp(6) with time zone,
  requested_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  paid_on date,
  sealed bytea,
  foreign key (arrival_number, filing_seq) references filing (arrival_number, seq),
  constraint payment_once unique (destination, sender_number)
);
create index payment_of_addressee on payment (addressee, requested_at, id);
create index payment_by_state on payment (state, changed_at, id);
create index payment_lapses on payment (lapse_at);
