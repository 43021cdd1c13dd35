package io.renkei.routes.internal;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.JournalRow;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** From whom a filing came, and when it was last attempted. */
final class Origins {

    private static final int REMEMBERED = 10_000;

    private final ApplicationStore applications;
    private final Map<FilingKey, PartnerId> senders = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FilingKey, PartnerId> eldest) {
            return size() > REMEMBERED;
        }
    });

    Origins(ApplicationStore applications) {
        this.applications = applications;
    }

    /** The partner in whose name it came; that never changes. Empty if its application is gone. */
    Optional<PartnerId> sender(FilingKey filing) {
        PartnerId known = senders.get(filing);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PartnerId> sender = applications.find(filing.application()).map(ApplicationView::sender);
        sender.ifPresent(partner -> senders.put(filing, partner));
        return sender;
    }

    /** When the last attempt began. */
    Optional<Instant> attempted(FilingKey filing) {
        return applications.timeLine(filing.application()).stream()
                .filter(row -> row.filing().filter(filing::equals).isPresent())
                .filter(row -> row.event().equals(FilingEvent.ATTEMPT_STARTED.name()))
                .map(JournalRow::at)
                .reduce((earlier, later) -> later);
    }
}
