package io.renkei.tools.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** The control of the simulated ministries. Safe for use by several threads. */
public final class SandboxControl {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 5_000;

    private final GatewayClient control;

    public SandboxControl(GatewayClient control) {
        this.control = control;
    }

    /** Gives an order, such as {@code faults}. */
    public JsonNode order(String name, Map<String, ?> body) throws IOException, InterruptedException {
        return control.post("/control/" + name, JSON.writeValueAsBytes(body), "Content-Type", "application/json")
                .expect(200)
                .json();
    }

    /** How many different filings were submitted so far, over all destinations. */
    public long distinct() throws IOException, InterruptedException {
        long distinct = 0;
        for (JsonNode destination :
                control.get("/control/statistics").expect(200).json().path("destinations")) {
            distinct += destination.path("distinct").asLong();
        }
        return distinct;
    }

    /** How many answers the ministries hold back. */
    public int held() throws IOException, InterruptedException {
        return control.get("/control/statistics")
                .expect(200)
                .json()
                .path("held")
                .asInt();
    }

    /** The number of the newest line of the ledger. */
    public long newest() throws IOException, InterruptedException {
        return submissions(0, line -> {});
    }

    /**
     * Hands over each submission after a line of the ledger.
     *
     * @return the number of the newest line
     */
    public long submissions(long after, Consumer<JsonNode> each) throws IOException, InterruptedException {
        return lines(after, "", line -> {
            if (line.path("kind").asText().equals("submission")) {
                each.accept(line);
            }
        });
    }

    /**
     * Hands over each line of one kind after a line of the ledger.
     *
     * @return the number of the newest line of that kind
     */
    public long lines(long after, String kind, Consumer<JsonNode> each) throws IOException, InterruptedException {
        long newest = after;
        String only = kind.isEmpty() ? "" : "&kind=" + kind;
        JsonNode page;
        do {
            page = control.get("/control/ledger?after=" + newest + "&limit=" + PAGE + only)
                    .expect(200)
                    .json();
            for (JsonNode line : page) {
                newest = line.path("number").asLong();
                each.accept(line);
            }
        } while (!page.isEmpty());
        return newest;
    }
}
