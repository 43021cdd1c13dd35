package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The own stores of companies, at {@code /store/{company}}: whoever has a certificate puts an object below a path, gets it
 * and removes it. In memory, bounded, and gone with the process.
 */
final class StoreSimulator implements Simulator {

    private static final int MOST_OBJECTS = 1_000;
    private static final int MOST_BYTES = 1024 * 1024;

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private volatile boolean down;

    @Override
    public String path() {
        return "/store";
    }

    @Override
    public Map<String, Order> orders() {
        return Map.of("store/down", this::down);
    }

    private Object down(JsonNode body) {
        down = body.path("down").asBoolean();
        return Map.of("down", down);
    }

    @Override
    public void handle(Call call) {
        if (down) {
            call.answer(Answer.text(503, "The store is down.").with("Retry-After", "1"));
            return;
        }
        if (call.segments().length < 2) {
            throw new Refusal(404, "An object has a company and a path.");
        }
        switch (call.method()) {
            case "GET" -> call.answer(get(call.path()));
            case "PUT" -> call.answer(put(call));
            case "DELETE" -> {
                objects.remove(call.path());
                call.answer(Answer.empty(204));
            }
            default -> throw new Refusal(405, "Objects are put, got and deleted.");
        }
    }

    private Answer get(String path) {
        return Optional.ofNullable(objects.get(path))
                .map(object -> Answer.of(200, "application/octet-stream", object))
                .orElseThrow(() -> new Refusal(404, "There is no such object."));
    }

    /** The digest that comes with an object has to be its own (RFC 9530). */
    private Answer put(Call call) {
        byte[] object = call.body();
        if (object.length > MOST_BYTES || objects.size() >= MOST_OBJECTS && !objects.containsKey(call.path())) {
            throw new Refusal(507, "The store is full.");
        }
        if (call.header("Repr-Digest")
                .filter(named -> !named.equals(digest(object)))
                .isPresent()) {
            throw new Refusal(400, "The digest is not that of the object.");
        }
        return Answer.empty(objects.put(call.path(), object) == null ? 201 : 204);
    }

    private static String digest(byte[] object) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(object);
            return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
