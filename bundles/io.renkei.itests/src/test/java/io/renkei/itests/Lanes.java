package io.renkei.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The lanes of an instance, as its operator sees them. */
final class Lanes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Instance instance;

    Lanes(Instance instance) {
        this.instance = instance;
    }

    List<JsonNode> all() throws IOException, InterruptedException {
        List<JsonNode> lanes = new ArrayList<>();
        JSON.readTree(instance.shell("renkei:connector-list --json").good().output())
                .path("lanes")
                .forEach(lanes::add);
        return lanes;
    }

    JsonNode of(String destination) throws IOException, InterruptedException {
        return all().stream()
                .filter(lane -> lane.path("destination").asText().equals(destination))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no lane of " + destination));
    }

    int inFlight(String destination) throws IOException, InterruptedException {
        return of(destination).path("inFlight").asInt();
    }

    void awaitState(String destination, String state) throws Exception {
        Await.until(LONGEST, () -> of(destination).path("state").asText(), state::equals);
    }

    /**
     * Waits until nothing is under way to the destinations and nothing waits. What the ministries are told of the next
     * submission is about the test's own after this, and not about one that an earlier test left behind.
     */
    void awaitQuiet(Set<String> destinations) throws Exception {
        Await.until(
                LONGEST,
                () -> all().stream()
                        .filter(lane ->
                                destinations.contains(lane.path("destination").asText()))
                        .filter(lane -> lane.path("inFlight").asInt() > 0
                                || lane.path("waiting").asInt() > 0)
                        .toList(),
                List::isEmpty);
    }
}
