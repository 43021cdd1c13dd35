package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** One simulated system below its own path. Safe for use by several threads. */
interface Simulator {

    /** The path it answers below, such as {@code /egov}; unique, without a slash at the end. */
    String path();

    /**
     * Answers one call, at once or later ({@link Call#answer} may come from another thread).
     *
     * @throws Refusal to answer with its status and sentence
     */
    void handle(Call call) throws IOException;

    /** What can be ordered through the control endpoint, by the last part of its path. */
    default Map<String, Order> orders() {
        return Map.of();
    }

    /** One order of the control endpoint; its result is answered as JSON. */
    interface Order {
        Object run(JsonNode body) throws IOException;
    }
}
