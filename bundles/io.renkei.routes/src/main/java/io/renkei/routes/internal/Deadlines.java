package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.health.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Documents that their destination keeps until a day (取得期限) and that were not acknowledged to it yet. In memory: after a
 * start it is known again when the destination lists them. Safe for use by several threads.
 */
final class Deadlines {

    private static final int MOST = 10_000;
    private static final String PART = "notices";

    private final Map<Document, Instant> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Document, Instant> eldest) {
            return size() > MOST;
        }
    };

    private record Document(DestinationId destination, String id) {}

    /** What is open at one destination. */
    private record Tally(int near, int over, Instant first) {

        Tally plus(Tally other) {
            Instant earlier = first.isBefore(other.first) ? first : other.first;
            return new Tally(near + other.near, over + other.over, earlier);
        }
    }

    synchronized void open(DestinationId destination, String id, Instant deadline) {
        open.put(new Document(destination, id), deadline);
    }

    synchronized void acknowledged(DestinationId destination, String id) {
        open.remove(new Document(destination, id));
    }

    /** @param warning how long before its deadline a document is spoken of */
    List<Finding> findings(Instant now, Duration warning) {
        Map<String, Tally> tallies = new TreeMap<>();
        synchronized (this) {
            open.forEach((document, deadline) -> {
                boolean over = !deadline.isAfter(now);
                if (over || !deadline.isAfter(now.plus(warning))) {
                    tallies.merge(
                            document.destination().value(),
                            new Tally(over ? 0 : 1, over ? 1 : 0, deadline),
                            Tally::plus);
                }
            });
        }
        List<Finding> findings = new ArrayList<>();
        tallies.forEach((destination, tally) -> findings.add(finding(destination, tally)));
        return findings;
    }

    private static Finding finding(String destination, Tally tally) {
        String which = " documents of " + destination + " are not acknowledged to it";
        if (tally.over() > 0) {
            return Finding.critical(
                    PART,
                    tally.over() + which + " and their deadline (取得期限) is over, the first since " + tally.first()
                            + ". The documents are stored here; tell the destination, and the applicants who did not fetch"
                            + " theirs.");
        }
        return Finding.warning(
                PART,
                tally.near() + which + " and their deadline (取得期限) is near, the first at " + tally.first()
                        + ". Remind the applicants who did not fetch theirs; see why, if the destination cannot be told.");
    }
}
