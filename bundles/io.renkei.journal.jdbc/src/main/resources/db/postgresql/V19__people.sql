-- What an account signs in with is told of by an id of its own, which says nothing of what it is.
alter table authenticator add column id uuid default gen_random_uuid() not null;
create unique index authenticator_by_id on authenticator (id);

-- Codes that add a further certificate to an account, and that tie an account to an inbox: keyed digests.
create table authenticator_invitation (
  code bytea primary key,
  account uuid not null references account (id),
  until_at timestamp(6) with time zone not null
);
create index authenticator_invitation_of_account on authenticator_invitation (account);

create table inbox_invitation (
  code bytea primary key,
  partner varchar(48) not null,
  person varchar(64) not null,
  until_at timestamp(6) with time zone not null
);
create index inbox_invitation_of_inbox on inbox_invitation (partner, person, until_at);

-- Which inboxes an account reads; person is empty text for the whole inbox of the partner.
create table account_inbox (
  id uuid primary key,
  account uuid not null references account (id),
  partner varchar(48) not null,
  person varchar(64) not null,
  since_at timestamp(6) with time zone not null,
  constraint account_inbox_once unique (account, partner, person)
);

-- In whose inbox what concerns an application lies, where a portal submitted it for a person.
create table application_inbox (
  arrival_number varchar(18) primary key references application (arrival_number),
  person varchar(64) not null
);
create index application_inbox_of_person on application_inbox (person, arrival_number);

-- Who was warned of which last day; a last day that was changed is another one.
create table representation_warning (
  id uuid primary key,
  representation uuid not null references representation (id),
  representative boolean not null,
  until_on date not null,
  last_day boolean not null,
  warned_at timestamp(6) with time zone not null,
  constraint representation_warning_once unique (representation, until_on, last_day, representative)
);

create index selfinfo_question_of_person on selfinfo_question (principal);
