package io.renkei.ports.bus;

import java.util.Objects;

/**
 * All that ever crosses a queue.
 *
 * @param id the outbox row's id, unique for ever: the broker drops a second message with the same one
 * @param key an arrival number, a filing key or the id of a notice or announcement
 */
public record Pointer(long id, String key) {

    public Pointer {
        Objects.requireNonNull(key, "key");
        if (!key.matches("\\d{18}(-\\d{2,4})?|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new IllegalArgumentException("a pointer is an arrival number, a filing key or an id");
        }
    }
}
