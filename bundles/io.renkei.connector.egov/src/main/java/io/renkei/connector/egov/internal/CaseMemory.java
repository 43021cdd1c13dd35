package io.renkei.connector.egov.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen lately, in bounded memory: the documents of a case for a few seconds, and the documents that the gateway
 * took. After a restart a document is fetched once more and dropped as a repetition of the same bytes.
 */
final class CaseMemory {

    private static final int CASES = 1_000;
    private static final int TAKEN = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Clock clock;
    private final Map<String, Seen> cases = bounded(CASES);
    private final Map<String, Boolean> taken = bounded(TAKEN);

    private record Seen(List<Waiting> documents, boolean payments, Instant at) {}

    /**
     * A document that waits.
     *
     * @param deadline its 取得期限, where e-Gov names one
     */
    record Waiting(String id, Optional<Instant> deadline) {}

    CaseMemory(Clock clock) {
        this.clock = clock;
    }

    /** @param payments whether something is or was to be paid */
    synchronized void remember(String arriveId, List<Waiting> documents, boolean payments) {
        cases.put(arriveId, new Seen(List.copyOf(documents), payments, clock.instant()));
    }

    /** Whether the case was seen in the last seconds and nothing was to be paid for it. */
    synchronized boolean isFreeOfPayments(String arriveId) {
        return seen(arriveId).filter(lately -> !lately.payments()).isPresent();
    }

    /** Empty when the case was not seen in the last seconds. */
    synchronized Optional<List<Waiting>> documents(String arriveId) {
        return seen(arriveId).map(Seen::documents);
    }

    private Optional<Seen> seen(String arriveId) {
        return Optional.ofNullable(cases.get(arriveId))
                .filter(seen -> !seen.at().plus(FRESH).isBefore(clock.instant()));
    }

    synchronized void take(String document) {
        taken.put(document, Boolean.TRUE);
    }

    synchronized boolean isTaken(String document) {
        return taken.containsKey(document);
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
