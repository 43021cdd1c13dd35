-- What a ministry's call said beside a document: which filing it is for. The filing may not be known here (yet).
create table delivery_note (
  notice_id uuid primary key references notice (id),
  arrival_number varchar(18),
  filing_seq int,
  receipt_number varchar(64)
);
