-- Accounts of people and companies. Nothing of a person stands here in clear: what an account is proved with is a keyed digest.
-- chain_seq and chain_digest are the head of the account's hash chain; the row's lock puts the changes of one account in order.
create table account (
  id uuid primary key,
  kind varchar(16) not null,
  since_at timestamp(6) with time zone not null,
  key_id uuid not null unique references case_key (id),
  chain_seq bigint not null,
  chain_digest varbinary(32) not null
);

create table authenticator (
  digest varbinary(32) primary key,
  account uuid not null references account (id),
  added_at timestamp(6) with time zone not null
);
create index authenticator_of_account on authenticator (account);

-- Under the digest of the token: who reads this table can take over no session.
create table people_session (
  id uuid primary key,
  token varbinary(32) not null unique,
  account uuid not null references account (id),
  signed_in_at timestamp(6) with time zone not null,
  used_at timestamp(6) with time zone not null,
  until_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone
);
create index people_session_of_account on people_session (account);
create index people_session_by_end on people_session (until_at);

-- The evidence of an account; what a row says is encrypted under the account's key and hashed as it stands here.
create table account_journal (
  account uuid not null references account (id),
  seq bigint not null,
  happened_at timestamp(6) with time zone not null,
  event varchar(64) not null,
  detail varbinary(65536) not null,
  previous varbinary(32) not null,
  digest varbinary(32) not null,
  primary key (account, seq)
);

-- Receipts of consents and releases, encrypted under the account's key.
create table account_paper (
  id uuid primary key,
  account uuid not null references account (id),
  sealed varbinary(262144)
);
create index account_paper_of_account on account_paper (account);

create table link (
  consent uuid primary key,
  account uuid not null references account (id),
  site varchar(40) not null,
  subject varchar(64) not null,
  consented_at timestamp(6) with time zone not null,
  tied_at timestamp(6) with time zone,
  until_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone,
  constraint link_subject unique (site, subject)
);
create index link_of_account on link (account, consented_at, consent);
create index link_revoked on link (revoked_at, consent);

-- Each handover has a key of its own: what it was about (matter) and what was chosen (data) are gone with it.
create table handover (
  id uuid primary key,
  site varchar(40) not null,
  state varchar(16) not null,
  version bigint not null,
  account uuid references account (id),
  link uuid references link (consent),
  consent uuid,
  question uuid,
  forget boolean not null,
  key_id uuid not null,
  wrapped varbinary(64),
  matter varbinary(65536),
  data blob,
  asked_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  until_at timestamp(6) with time zone not null,
  look_at timestamp(6) with time zone
);
create index handover_of_account on handover (account, asked_at, id);
create index handover_of_link on handover (link, state);
create index handover_by_state on handover (state, changed_at, id);
create index handover_to_look_at on handover (look_at, id);

-- Who may act for whom. The code of an offer is a keyed digest.
create table representation (
  id uuid primary key,
  principal uuid not null references account (id),
  representative uuid references account (id),
  association varchar(40) not null,
  services varchar(200) not null,
  items varchar(1000) not null,
  from_on date not null,
  until_on date not null,
  registered_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  version int not null,
  code varbinary(32) unique,
  code_until timestamp(6) with time zone
);
create index representation_given on representation (principal, registered_at, id);
create index representation_held on representation (representative, until_on);
create index representation_ending on representation (until_on, id);

create table representation_miss (
  account uuid not null references account (id),
  on_day date not null,
  misses int not null,
  primary key (account, on_day)
);
