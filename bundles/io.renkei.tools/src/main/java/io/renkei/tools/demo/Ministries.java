package io.renkei.tools.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renkei.tools.client.GatewayClient;
import java.io.IOException;
import java.util.Map;

/** The simulated ministries, by their control. */
public final class Ministries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final GatewayClient control;

    public Ministries(GatewayClient control) {
        this.control = control;
    }

    /** Consents in the name of an account, and returns the tokens as the token endpoint gives them. */
    public byte[] delegate(String account) throws IOException, InterruptedException {
        JsonNode tokens = order("delegations", Map.of("account", account));
        ObjectNode kept = JSON.createObjectNode();
        kept.set("access_token", tokens.path("access_token"));
        kept.set("expires_in", tokens.path("expires_in"));
        kept.set("refresh_token", tokens.path("refresh_token"));
        return JSON.writeValueAsBytes(kept);
    }

    /** Lets the access token of an account end now; its refresh token stays good. */
    public void expire(String account) throws IOException, InterruptedException {
        order("delegations/expire", Map.of("account", account));
    }

    /** How often a filing was submitted beyond the first time, over all ministries. */
    public long doubled(String application) throws IOException, InterruptedException {
        long doubled = 0;
        for (JsonNode line : control.get("/control/ledger").expect(200).json()) {
            if (line.path("filing").asText().startsWith(application)
                    && line.path("doubled").asBoolean()) {
                doubled++;
            }
        }
        return doubled;
    }

    /** How many events about an application the portal took. */
    public long events(String application) throws IOException, InterruptedException {
        long events = 0;
        for (JsonNode line :
                control.get("/control/ledger?destination=portal").expect(200).json()) {
            if (line.path("filing").asText().startsWith(application)) {
                events++;
            }
        }
        return events;
    }

    /** Gives an order, such as {@code faults}. */
    public JsonNode order(String name, Map<String, ?> body) throws IOException, InterruptedException {
        return control.post("/control/" + name, JSON.writeValueAsBytes(body), "Content-Type", "application/json")
                .expect(200)
                .json();
    }
}
