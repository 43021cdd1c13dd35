package io.renkei.portal.internal;

import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.state.Outbox.OutboxRow;
import io.renkei.ports.state.OutboxKind;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes down which notices the portal took word of. */
final class Deliveries {

    private final NoticeStore notices;
    private final Clock clock;

    Deliveries(NoticeStore notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    void taken(List<OutboxRow> rows) {
        Set<NoticeId> available = rows.stream()
                .filter(row -> row.kind() == OutboxKind.NOTICE_AVAILABLE)
                .map(row -> new NoticeId(UUID.fromString(row.pointer())))
                .collect(Collectors.toSet());
        if (!available.isEmpty()) {
            notices.delivered(Delivery.PORTAL, available, clock.instant());
        }
    }
}
