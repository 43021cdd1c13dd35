-- What the OpenID provider for sites keeps. A secret is a digest, what belongs to it is encrypted under the master key.
create table oidc_artefact (
  digest varbinary(32) primary key,
  kind varchar(16) not null,
  site varchar(40) not null,
  grant_id uuid,
  sealed varbinary(40000) not null,
  used_at timestamp(6) with time zone,
  until_at timestamp(6) with time zone not null
);
create index oidc_artefact_of_site on oidc_artefact (site, kind);
create index oidc_artefact_of_grant on oidc_artefact (grant_id);
create index oidc_artefact_over on oidc_artefact (until_at);

create table oidc_grant (
  id uuid primary key,
  site varchar(40) not null,
  link uuid not null,
  session_id uuid not null,
  session_over boolean not null,
  sealed varbinary(40000) not null,
  until_at timestamp(6) with time zone not null
);
create index oidc_grant_of_link on oidc_grant (link);
create index oidc_grant_of_session on oidc_grant (session_id);
create index oidc_grant_watched on oidc_grant (session_over, session_id);
create index oidc_grant_over on oidc_grant (until_at);

create table oidc_interaction (
  digest varbinary(32) primary key,
  secret_digest varbinary(32) not null,
  sealed varbinary(40000) not null,
  outcome varbinary(40000),
  taken boolean not null,
  until_at timestamp(6) with time zone not null
);
create index oidc_interaction_over on oidc_interaction (until_at);

create table oidc_logout (
  word varchar(120) primary key,
  site varchar(40) not null,
  sealed varbinary(40000) not null,
  tries int not null,
  due_at timestamp(6) with time zone,
  until_at timestamp(6) with time zone not null
);
create index oidc_logout_due on oidc_logout (due_at);
create index oidc_logout_over on oidc_logout (until_at);

create table oidc_key (
  generation int primary key,
  sealed varbinary(40000) not null,
  signs_from timestamp(6) with time zone not null
);
