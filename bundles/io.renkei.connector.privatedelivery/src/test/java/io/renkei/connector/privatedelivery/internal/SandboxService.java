package io.renkei.connector.privatedelivery.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.sandbox.internal.RunningSandbox;
import io.renkei.testkit.HoldingsSourceContract.Service;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The sandbox's private delivery service, steered by its control endpoint. */
record SandboxService(RunningSandbox sandbox) implements Service {

    static final String PATH = "/private-delivery/mypost";

    @Override
    public String url() {
        return sandbox.url() + PATH;
    }

    @Override
    public void put(String subject, String id, String kind, int year, byte[] document) {
        sandbox.order(
                "private-delivery/put",
                "{\"service\":\"mypost\",\"subject\":\"" + subject + "\",\"id\":\"" + id + "\",\"kind\":\"" + kind
                        + "\",\"year\":" + year + ",\"sender\":\"insurer\",\"title\":\"証明書\",\"document\":\""
                        + Base64.getEncoder().encodeToString(document) + "\"}");
    }

    @Override
    public void forget(String subject) {
        sandbox.order("private-delivery/forget", named(subject));
    }

    @Override
    public Map<String, Instant> opened(String subject) {
        JsonNode read = sandbox.order("private-delivery/look", named(subject)).path("read");
        Map<String, Instant> opened = new TreeMap<>();
        read.fields()
                .forEachRemaining(each ->
                        opened.put(each.getKey(), Instant.parse(each.getValue().asText())));
        return opened;
    }

    private static String named(String subject) {
        return "{\"service\":\"mypost\",\"subject\":\"" + subject + "\"}";
    }

    @Override
    public void close() throws Exception {
        sandbox.close();
    }
}
