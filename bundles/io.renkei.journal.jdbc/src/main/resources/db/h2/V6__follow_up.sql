-- A filing that answers another one of its application: a correction, a resubmission or a withdrawal.
alter table filing add column purpose varchar(16) default 'SUBMISSION' not null;
alter table filing add column earlier_seq int;

-- What a destination wants corrected. Its reasons may hold personal data and are encrypted under the key of the case.
create table correction_request (
  arrival_number varchar(18) not null,
  filing_seq int not null,
  ordinal int not null,
  kind varchar(16) not null,
  deadline timestamp(6) with time zone,
  taken_late boolean not null,
  asked_at timestamp(6) with time zone not null,
  sealed blob,
  primary key (arrival_number, filing_seq, ordinal),
  foreign key (arrival_number, filing_seq) references filing (arrival_number, seq)
);

-- The package of a correction or resubmission, where a submission has the one of its application.
create table correction (
  arrival_number varchar(18) not null,
  seq int not null,
  earlier_seq int not null,
  sender_number varchar(64) not null,
  arrived timestamp(6) with time zone not null,
  package_digest varbinary(32) not null,
  content_id uuid not null unique references content (id),
  format varchar(200) not null,
  receipt varbinary(1048576) not null,
  primary key (arrival_number, seq),
  foreign key (arrival_number, seq) references filing (arrival_number, seq),
  constraint correction_once unique (arrival_number, earlier_seq, sender_number)
);
