-- Personal data stands only in content.body, content_chunk.sealed, filing_body.sealed and notice.title, and only encrypted.
-- Tokens stand only in delegation.sealed, and only encrypted.

create table master_key (
  id int primary key check (id = 1),
  fingerprint bytea not null
);

create table case_key (
  id uuid primary key,
  wrapped bytea,
  destroyed_at timestamp(6) with time zone
);

-- A body of one row stands in "body", a larger one in content_chunk; no chunks yet means that it is not complete.
create table content (
  id uuid primary key,
  case_key uuid not null references case_key (id),
  chunks int not null,
  plain_size bigint not null,
  digest bytea,
  body bytea
);
create index content_by_case_key on content (case_key);

create table content_chunk (
  content_id uuid not null references content (id),
  idx int not null,
  sealed bytea not null,
  primary key (content_id, idx)
);

-- Ciphertext does not compress: no attempt is made.
alter table content alter column body set storage external;
alter table content_chunk alter column sealed set storage external;

-- Bodies that no committed row refers to yet; what refers to one removes its row here in the same transaction.
create table content_pending (
  content_id uuid primary key references content (id),
  stored_at timestamp(6) with time zone default current_timestamp not null
);
create index content_pending_by_time on content_pending (stored_at);

create table application (
  arrival_number varchar(18) primary key,
  sender varchar(48) not null,
  sender_number varchar(64) not null,
  arrived timestamp(6) with time zone not null,
  package_digest bytea not null,
  content_id uuid not null unique references content (id),
  life_event varchar(200) not null,
  format varchar(200) not null,
  receipt bytea not null,
  constraint application_once_per_sender unique (sender, sender_number)
);
create index application_by_time on application (arrived, arrival_number);
create index application_by_sender on application (sender, arrived, arrival_number);

-- The head of each hash chain; its row lock puts the changes of one application in order.
create table chain (
  arrival_number varchar(18) primary key references application (arrival_number),
  seq bigint not null,
  digest bytea not null
);

create table journal (
  arrival_number varchar(18) not null references application (arrival_number),
  seq bigint not null,
  happened_at timestamp(6) with time zone not null,
  filing_seq int,
  event varchar(64) not null,
  detail text not null,
  previous bytea not null,
  digest bytea not null,
  primary key (arrival_number, seq)
);

create table filing (
  arrival_number varchar(18) not null references application (arrival_number),
  seq int not null,
  procedure_id varchar(32) not null,
  destination varchar(64) not null,
  state varchar(24) not null,
  version bigint not null,
  attempts int not null,
  due timestamp(6) with time zone,
  cause varchar(400),
  lease_node varchar(200),
  lease_until timestamp(6) with time zone,
  asked_at timestamp(6) with time zone default timestamp with time zone '1970-01-01 00:00:00+00' not null,
  primary key (arrival_number, seq)
);
create index filing_by_state on filing (state, arrival_number, seq);
create index filing_by_due on filing (due) where state = 'WAITING';
create index filing_by_lease on filing (lease_until) where state = 'ATTEMPTING';

-- When its destination was last asked for its status stands in asked_at.
create index filing_by_asked on filing (destination, state, asked_at);

-- What a filing says, encrypted under the key of the case.
create table filing_body (
  arrival_number varchar(18) not null,
  seq int not null,
  sealed bytea not null,
  primary key (arrival_number, seq),
  foreign key (arrival_number, seq) references filing (arrival_number, seq)
);
alter table filing_body alter column sealed set storage external;

create table receipt (
  arrival_number varchar(18) not null,
  filing_seq int not null,
  ordinal int not null,
  destination varchar(64) not null,
  kind varchar(32) not null,
  number varchar(64) not null,
  primary key (arrival_number, filing_seq, ordinal),
  foreign key (arrival_number, filing_seq) references filing (arrival_number, seq),
  constraint receipt_once unique (arrival_number, filing_seq, destination, kind, number)
);
create index receipt_by_number on receipt (destination, number);

-- The title is encrypted under the key of the notice's own case; matched_number is the issuer's number once matched.
create table notice (
  id uuid primary key,
  destination varchar(64) not null,
  channel varchar(16) not null,
  remote_id varchar(400) not null,
  digest bytea not null,
  content_id uuid not null unique references content (id),
  verdict varchar(16) not null,
  issuer_number varchar(400) not null,
  matched_number varchar(400),
  code varchar(400) not null,
  arrival_number varchar(18),
  filing_seq int,
  addressee varchar(48),
  title bytea,
  received_at timestamp(6) with time zone not null,
  available_at timestamp(6) with time zone,
  seen_at timestamp(6) with time zone,
  fetched_at timestamp(6) with time zone,
  receipt_sent_at timestamp(6) with time zone,
  foreign key (arrival_number, filing_seq) references filing (arrival_number, seq),
  constraint notice_once unique (destination, digest),
  constraint notice_number_once unique (destination, matched_number)
);
create index notice_by_verdict on notice (verdict, received_at, id);
create index notice_by_addressee on notice (addressee, available_at, id);
create index notice_receipt_due on notice (destination, fetched_at, id) where receipt_sent_at is null;

-- Tokens of a consent, encrypted under a key of their own that the master key wraps; neither is there once it was revoked.
create table delegation (
  sender varchar(48) not null,
  destination varchar(64) not null,
  version bigint not null,
  key_id uuid not null,
  wrapped bytea,
  sealed bytea,
  primary key (sender, destination)
);

create table outbox (
  id bigint generated always as identity primary key,
  kind varchar(32) not null,
  pointer varchar(36) not null,
  destination varchar(64) not null,
  written_at timestamp(6) with time zone default current_timestamp not null,
  processed_at timestamp(6) with time zone
);
create index outbox_waiting on outbox (id) where processed_at is null;
