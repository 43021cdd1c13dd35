package io.renkei.ports.notices;

import java.util.Objects;
import java.util.UUID;

/** The gateway's own name of a notice; it grants no right. */
public record NoticeId(UUID value) {

    public NoticeId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
