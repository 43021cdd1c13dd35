package io.renkei.tools.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.client.GatewayClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits until every filing of the accepted applications is closed. */
final class Closing {

    private static final long LOOK_MILLIS = 500;

    /** How many are asked for in one look, so that many open ones are no load. */
    private static final int AT_ONCE = 50;

    private final GatewayClient gateway;
    private final SoakProgress progress;

    Closing(GatewayClient gateway, SoakProgress progress) {
        this.gateway = gateway;
        this.progress = progress;
    }

    /** Those that are not closed when nothing moved for so long. */
    List<String> await(Collection<String> applications, Duration patience) throws IOException, InterruptedException {
        Deque<String> open = new ArrayDeque<>(applications);
        long moved = System.nanoTime();
        while (!open.isEmpty() && System.nanoTime() - moved < patience.toNanos()) {
            int before = open.size();
            for (int i = 0; i < Math.min(before, AT_ONCE); i++) {
                String application = open.remove();
                if (!isClosed(application)) {
                    open.add(application);
                }
            }
            if (open.size() < before) {
                moved = System.nanoTime();
                progress.doing(open.size() + " not closed yet");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return List.copyOf(open);
    }

    private boolean isClosed(String application) throws IOException, InterruptedException {
        JsonNode filings = gateway.get("/v1/applications/" + application)
                .expect(200)
                .json()
                .path("filings");
        boolean closed = !filings.isEmpty();
        for (JsonNode filing : filings) {
            closed &= filing.path("state").path("code").asText().equals("CLOSED");
        }
        return closed;
    }
}
