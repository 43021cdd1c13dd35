-- From when a document is kept that came into no inbox: its receipt; null for what lies in one, is not judged yet, or was
-- destroyed.
alter table notice add column quarantined_at timestamp(6) with time zone;
update notice set quarantined_at = received_at where verdict in ('FORGED', 'ORPHAN', 'DUPLICATE');
create index notice_by_quarantined on notice (quarantined_at);
create index notice_by_erased on notice (erased_at);

-- Null once such a document was destroyed, so that the same bytes are a new notice; the digest of its content stays.
alter table notice alter column digest drop not null;
