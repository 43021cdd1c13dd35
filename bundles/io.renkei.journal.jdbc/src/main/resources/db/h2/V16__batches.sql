-- The ends of the hash chains are gathered into batches, whose roots are chained, sealed and timestamped.

-- Since when the end of a chain waits to be sealed; empty once it is. Every end of before waits.
alter table chain add column unsealed_since timestamp(6) with time zone;
update chain set unsealed_since = current_timestamp;
create index chain_unsealed on chain (unsealed_since);

-- Its row lock puts those who seal in order; the lease is over before anybody has had it.
create table sealer_lease (
  id int primary key check (id = 1),
  node uuid not null,
  until timestamp(6) with time zone not null
);
insert into sealer_lease (id, node, until)
  values (1, '00000000-0000-0000-0000-000000000000', timestamp with time zone '1970-01-01 00:00:00+00');

-- The seal is a compact JWS over all that stands before it; the timestamp is over the seal.
create table batch (
  number bigint primary key,
  root varbinary(32) not null,
  previous varbinary(32) not null,
  leaves int not null,
  sealed_at timestamp(6) with time zone not null,
  seal varchar(2000) not null,
  token varbinary(65536),
  stamped_at timestamp(6) with time zone,
  accuracy_micros bigint
);
create index batch_unstamped on batch (stamped_at, number);

create table batch_leaf (
  batch bigint not null references batch (number),
  idx int not null,
  arrival_number varchar(18) not null references application (arrival_number),
  seq bigint not null,
  digest varbinary(32) not null,
  primary key (batch, idx)
);
create index batch_leaf_of on batch_leaf (arrival_number, batch);
