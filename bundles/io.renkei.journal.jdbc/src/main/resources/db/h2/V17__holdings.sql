-- What private delivery services hold: bundles of a year, whose content stands encrypted under a key of their own, and a record of each
-- fetch. No name, title or issuer stands here.
-- "running" names account and year while it is gathered, so that there is one of them at a time.
create table holding_bundle (
  id uuid primary key,
  account uuid not null,
  case_key uuid not null references case_key (id),
  tax_year int not null,
  running varchar(48) unique,
  asked_at timestamp(6) with time zone not null,
  give_up_at timestamp(6) with time zone not null,
  until_at timestamp(6) with time zone not null,
  destroyed_at timestamp(6) with time zone
);
create index holding_bundle_by_account on holding_bundle (account, asked_at);
create index holding_bundle_by_end on holding_bundle (destroyed_at, until_at);

-- A claim is a time to try at that has not come.
create table holding_part (
  bundle uuid not null references holding_bundle (id),
  service varchar(40) not null,
  consent uuid not null,
  state varchar(16) not null,
  code varchar(32) not null,
  listed int not null,
  tries int not null,
  try_at timestamp(6) with time zone not null,
  primary key (bundle, service)
);
create index holding_part_by_try on holding_part (service, state, try_at, bundle);

create table holding_item (
  bundle uuid not null,
  service varchar(40) not null,
  holding varchar(64) not null,
  kind varchar(16) not null,
  verdict varchar(16) not null,
  code varchar(32) not null,
  judged_at timestamp(6) with time zone not null,
  digest varbinary(32),
  signer varchar(64),
  content_id uuid unique references content (id),
  size bigint not null,
  primary key (bundle, service, holding),
  foreign key (bundle, service) references holding_part (bundle, service)
);

create table holding_access (
  id uuid primary key,
  account uuid not null,
  consent uuid not null,
  service varchar(40) not null,
  holding varchar(64) not null,
  kind varchar(16) not null,
  bundle uuid,
  asked_at timestamp(6) with time zone not null,
  missing varchar(32) not null,
  verdict varchar(16),
  code varchar(32) not null,
  judged_at timestamp(6) with time zone,
  digest varbinary(32),
  signer varchar(64),
  receipt varchar(16) not null,
  opened_at timestamp(6) with time zone,
  tries int not null,
  try_at timestamp(6) with time zone
);
create index holding_access_by_account on holding_access (account, asked_at, id);
create index holding_access_by_try on holding_access (service, receipt, try_at, id);
create index holding_access_by_bundle on holding_access (bundle, service);
create index holding_access_by_time on holding_access (asked_at);
