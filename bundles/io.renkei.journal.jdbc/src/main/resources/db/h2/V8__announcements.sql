-- One message of an agency to many inboxes. What it says stands once, encrypted under the key of the list of inboxes.
create table announcement (
  id uuid primary key,
  destination varchar(64) not null,
  sender_number varchar(64) not null,
  digest varbinary(32) not null,
  content_id uuid not null unique references content (id),
  title varbinary(8192),
  title_en varbinary(8192),
  body varbinary(48000),
  body_en varbinary(48000),
  link varbinary(8192),
  until_at timestamp(6) with time zone,
  lines bigint not null,
  done bigint not null,
  accepted_at timestamp(6) with time zone not null,
  completed_at timestamp(6) with time zone,
  withdrawn_at timestamp(6) with time zone,
  constraint announcement_once unique (destination, sender_number)
);
create index announcement_open on announcement (completed_at, withdrawn_at, accepted_at);

create table inbox_entry (
  inbox varchar(64) not null,
  announcement uuid not null references announcement (id),
  available_at timestamp(6) with time zone not null,
  seen_at timestamp(6) with time zone,
  marked_read boolean not null,
  primary key (inbox, announcement)
);
create index inbox_entry_by_time on inbox_entry (inbox, available_at, announcement);
