package io.renkei.tools.operate;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.client.GatewayClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How filings ended.
 *
 * @param open applications that were not closed when nothing moved any more
 * @param repeated filings that took more than one attempt, without those that were parked on purpose
 */
record Outcomes(long open, long repeated) {

    private static final long LOOK_MILLIS = 250;

    static Outcomes await(GatewayClient gateway, Collection<String> applications, Set<String> parked, Duration patience)
            throws IOException, InterruptedException {
        Deque<String> open = new ArrayDeque<>(applications);
        long repeated = 0;
        long moved = System.nanoTime();
        while (!open.isEmpty() && System.nanoTime() - moved < patience.toNanos()) {
            int round = open.size();
            for (int i = 0; i < round; i++) {
                String application = open.remove();
                JsonNode filings = gateway.get("/v1/applications/" + application)
                        .expect(200)
                        .json()
                        .path("filings");
                if (isClosed(filings)) {
                    repeated += repeated(filings, parked);
                    moved = System.nanoTime();
                } else {
                    open.add(application);
                    // Oldest first: those behind it are not closed either.
                    break;
                }
            }
            TimeUnit.MILLISECONDS.sleep(open.isEmpty() ? 0 : LOOK_MILLIS);
        }
        return new Outcomes(open.size(), repeated);
    }

    private static boolean isClosed(JsonNode filings) {
        boolean closed = !filings.isEmpty();
        for (JsonNode filing : filings) {
            closed &= filing.path("state").path("code").asText().equals("CLOSED");
        }
        return closed;
    }

    private static long repeated(JsonNode filings, Set<String> parked) {
        long repeated = 0;
        for (JsonNode filing : filings) {
            repeated += filing.path("attempts").asInt() > 1
                            && !parked.contains(filing.path("key").asText())
                    ? 1
                    : 0;
        }
        return repeated;
    }
}
