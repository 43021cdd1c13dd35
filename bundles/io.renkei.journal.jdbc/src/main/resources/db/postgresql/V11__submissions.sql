-- Submissions whose data stays with the company, who may refer to it, and who did. What names a person may stand only in
-- submission_object.sealed, encrypted under the key of the submission's own case.
create table submission (
  arrival_number varchar(18) primary key,
  sender varchar(48) not null,
  sender_number varchar(64) not null,
  arrived timestamp(6) with time zone not null,
  digest bytea not null,
  case_key uuid not null references case_key (id),
  procedures varchar(1700) not null,
  receipt bytea not null,
  constraint submission_once_per_sender unique (sender, sender_number)
);
create index submission_by_time on submission (arrived, arrival_number);
create index submission_by_sender on submission (sender, arrived, arrival_number);
create index submission_by_case on submission (case_key);

-- The head of each hash chain; its row lock puts references and revocations of one submission in order.
create table submission_chain (
  arrival_number varchar(18) primary key references submission (arrival_number),
  seq bigint not null,
  digest bytea not null
);

create table submission_journal (
  arrival_number varchar(18) not null references submission (arrival_number),
  seq bigint not null,
  happened_at timestamp(6) with time zone not null,
  event varchar(64) not null,
  detail text not null,
  previous bytea not null,
  digest bytea not null,
  primary key (arrival_number, seq)
);

create table submission_object (
  arrival_number varchar(18) not null references submission (arrival_number),
  seq int not null,
  media_type varchar(128) not null,
  plain_size bigint not null,
  digest bytea not null,
  sealed bytea,
  primary key (arrival_number, seq)
);

-- The numbers of the objects stand in "objects", separated by commas.
create table submission_permission (
  arrival_number varchar(18) not null references submission (arrival_number),
  destination varchar(64) not null,
  objects varchar(400) not null,
  from_at timestamp(6) with time zone not null,
  until_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone,
  primary key (arrival_number, destination)
);

-- How far the list of each destination goes, and how far it was pushed; its row lock makes places grow in the order of commits.
create table submission_list (
  destination varchar(64) primary key,
  last_place bigint not null,
  told_place bigint not null,
  held_until timestamp(6) with time zone not null
);

create table submission_news (
  destination varchar(64) not null references submission_list (destination),
  place bigint not null,
  arrival_number varchar(18) not null references submission (arrival_number),
  kind varchar(16) not null,
  happened_at timestamp(6) with time zone not null,
  primary key (destination, place)
);

-- Its number is that of the row of the chain that says that it came.
create table submission_access (
  arrival_number varchar(18) not null references submission (arrival_number),
  seq bigint not null,
  destination varchar(64) not null,
  partner varchar(48) not null,
  object_seq int not null,
  answer varchar(16) not null,
  asked_at timestamp(6) with time zone not null,
  answered_at timestamp(6) with time zone,
  primary key (arrival_number, seq)
);

-- Where a document was placed in its addressee's own store.
alter table notice_delivery add column reference varchar(400) default '' not null;
