package io.renkei.ports.doors;

import io.renkei.ports.notices.NoticeHold;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.RetentionStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Knows what is held. */
public final class FakeRetention implements RetentionStore {

    private final Map<NoticeId, NoticeHold> held = new ConcurrentHashMap<>();

    @Override
    public Optional<NoticeHold> hold(NoticeId id) {
        return Optional.ofNullable(held.get(id));
    }

    @Override
    public boolean hold(NoticeHold order) {
        return held.putIfAbsent(order.notice(), order) == null;
    }

    @Override
    public boolean release(NoticeId id, String by, Instant at) {
        return held.remove(id) != null;
    }

    @Override
    public int erase(Instant over, Instant at, int limit) {
        throw new UnsupportedOperationException("the door erases nothing");
    }

    @Override
    public int eraseQuarantined(Instant until, Instant waiting, Instant at, int limit) {
        throw new UnsupportedOperationException("the door erases nothing");
    }

    @Override
    public List<NoticeView> quarantined(Instant until, Instant waiting, int limit) {
        throw new UnsupportedOperationException("the door lists no ends");
    }

    @Override
    public Quarantine quarantine(Instant since) {
        throw new UnsupportedOperationException("the door counts nothing");
    }

    @Override
    public List<NoticeView> ending(Instant until, int limit) {
        throw new UnsupportedOperationException("the door lists no ends");
    }

    @Override
    public List<NoticeHold> holds(int limit) {
        throw new UnsupportedOperationException("the door lists no holds");
    }
}
