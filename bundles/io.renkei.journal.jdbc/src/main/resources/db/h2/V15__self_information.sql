-- Questions for self-information. What agencies answered stands only in selfinfo_item.sealed and selfinfo_call.handle, encrypted under the
-- key of the question, which is gone once the question is forgotten. No linkage code and no individual number stands here in clear.
create table selfinfo_question (
  id uuid primary key,
  by_account uuid not null,
  principal uuid not null,
  requester varchar(16) not null,
  requester_account uuid,
  requester_site varchar(40),
  requester_consent uuid,
  asked_at timestamp(6) with time zone not null,
  deadline timestamp(6) with time zone not null,
  until_at timestamp(6) with time zone not null,
  wrapped varbinary(64)
);
create index selfinfo_question_by_end on selfinfo_question (until_at, id);

-- What is still asked; a call that is done has no row. "leased" says that somebody has it until try_at.
create table selfinfo_call (
  question_id uuid not null references selfinfo_question (id),
  call_no int not null,
  destination varchar(64) not null,
  reference uuid not null,
  deadline timestamp(6) with time zone not null,
  tries int not null,
  try_at timestamp(6) with time zone not null,
  leased boolean not null,
  recorded boolean not null,
  handle varbinary(1024),
  code varchar(64) not null,
  primary key (question_id, call_no)
);
create index selfinfo_call_due on selfinfo_call (destination, try_at, question_id, call_no);
create index selfinfo_call_by_time on selfinfo_call (try_at, destination);
create index selfinfo_call_over on selfinfo_call (deadline, try_at);

create table selfinfo_item (
  question_id uuid not null references selfinfo_question (id),
  call_no int not null,
  item varchar(8) not null,
  destination varchar(64),
  record_id uuid not null,
  wanted varchar(24) not null,
  code varchar(16),
  answer varchar(16) not null,
  as_of timestamp(6) with time zone,
  failure varchar(64),
  sealed blob,
  primary key (question_id, call_no, item)
);

-- Access records (情報提供等記録): what was asked about whom, never the data.
create table access_record (
  id uuid primary key,
  principal uuid not null,
  by_account uuid not null,
  requester varchar(16) not null,
  requester_account uuid,
  requester_site varchar(40),
  requester_consent uuid,
  item varchar(8) not null,
  destination varchar(64),
  asked_at timestamp(6) with time zone not null,
  answered_at timestamp(6) with time zone,
  answer varchar(16) not null,
  undisclosed boolean not null
);
create index access_record_by_person on access_record (principal, asked_at, id);
create index access_record_by_time on access_record (asked_at, id);

-- What a person was proved with, and their linkage codes, each encrypted under a key of its own that the master key wraps.
create table person_proof (
  account uuid primary key,
  key_id uuid not null,
  wrapped varbinary(64) not null,
  sealed varbinary(1024) not null
);

create table linkage_code (
  account uuid not null,
  destination varchar(64) not null,
  key_id uuid not null,
  wrapped varbinary(64) not null,
  sealed varbinary(256) not null,
  primary key (account, destination)
);
