package io.renkei.tools.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What an applicant's account consents to at the simulated e-Gov, handed to the gateway. */
public final class Consent {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DELEGATED = List.of("social-insurance-online", "hello-work");

    private Consent() {}

    /** Puts fresh tokens for each destination that needs them. */
    public static void give(GatewayClient gateway, SandboxControl sandbox) throws IOException, InterruptedException {
        for (String destination : DELEGATED) {
            var tokens = sandbox.order("delegations", Map.of("account", "tools-" + destination));
            ObjectNode kept = JSON.createObjectNode();
            List.of("access_token", "expires_in", "refresh_token").forEach(name -> kept.set(name, tokens.path(name)));
            gateway.put(
                            "/v1/delegations/" + destination,
                            JSON.writeValueAsBytes(kept),
                            "Content-Type",
                            "application/json")
                    .expect(204);
        }
    }
}
