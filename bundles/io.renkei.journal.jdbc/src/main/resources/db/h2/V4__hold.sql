-- What operators ordered to hold, on all nodes and across restarts: "intake", or "route destination".
create table hold (
  subject varchar(128) primary key,
  kind varchar(8) not null,
  reason varchar(400) not null,
  until_at timestamp(6) with time zone,
  ordered_by varchar(128) not null,
  since_at timestamp(6) with time zone not null
);
