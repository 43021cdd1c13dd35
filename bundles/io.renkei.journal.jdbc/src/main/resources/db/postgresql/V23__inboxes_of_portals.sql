-- Whose inboxes an announcement names: the same name at another portal is another inbox. Of those that were announced before this was said,
-- nobody reads any until it is known: where all people's inboxes that were tied or filled so far are of one partner, they are that one's, and
-- else an operator says it (renkei:announcement-adopt).
alter table announcement add column portal varchar(48);

update announcement set portal = (
  select min(known.partner) from (
    select partner from account_inbox where person <> ''
    union select partner from inbox_invitation where person <> ''
    union select a.sender from application_inbox i join application a on a.arrival_number = i.arrival_number
  ) known having count(*) = 1);
