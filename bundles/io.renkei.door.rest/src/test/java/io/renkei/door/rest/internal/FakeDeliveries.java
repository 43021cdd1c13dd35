package io.renkei.door.rest.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows which channel delivered what, and what was opened first. */
final class FakeDeliveries implements DeliveryStore {

    final Map<NoticeId, String> delivered = new ConcurrentHashMap<>();
    final Map<NoticeId, Instant> opened = new ConcurrentHashMap<>();

    @Override
    public boolean opened(String channel, NoticeId id, Instant when, Instant at) {
        boolean isIts = channel.equals(delivered.get(id));
        if (isIts) {
            opened.putIfAbsent(id, when);
        }
        return isIts;
    }

    @Override
    public int enlist(String channel, Set<PartnerId> addressees, Instant since, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Due> claim(String channel, Set<PartnerId> addressees, Duration lease, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void again(String channel, NoticeId id, Duration pause) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NoticeId> overdue(String channel, Set<PartnerId> addressees, Instant available, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NoticeView> givenUp(String channel, Optional<String> code, Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean redeliver(String channel, NoticeId id, String by, Instant at) {
        throw new UnsupportedOperationException();
    }
}
