package io.renkei.door.rest.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.inboxes.Inbox;
import io.renkei.ports.inboxes.InboxTie;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/** Codes and places in memory. */
final class FakeInboxes implements AccountInboxes {

    final Map<String, Inbox> codes = new ConcurrentHashMap<>();
    final Map<ArrivalNumber, InboxId> places = new ConcurrentHashMap<>();
    private final BiPredicate<PartnerId, ArrivalNumber> submitted;

    FakeInboxes(BiPredicate<PartnerId, ArrivalNumber> submitted) {
        this.submitted = submitted;
    }

    @Override
    public void invite(Inbox inbox, String code, Instant until, Instant at) {
        codes.put(code, inbox);
    }

    @Override
    public boolean place(PartnerId partner, ArrivalNumber application, InboxId inbox, Instant at) {
        boolean own = submitted.test(partner, application);
        if (own) {
            places.put(application, inbox);
        }
        return own;
    }

    @Override
    public Tied tie(AccountId account, String code, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<InboxTie> of(AccountId account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean untie(AccountId account, UUID tie, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean holds(Inbox inbox, ArrivalNumber application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void read(Actor who, InboxTie tie, String what, String about, Instant at) {
        throw new UnsupportedOperationException();
    }
}
