-- What a site sends a person for: to sign on, or to be signed out. Those of before are sign-ons.
alter table oidc_interaction add column kind varchar(16) default 'SIGN_ON' not null;
