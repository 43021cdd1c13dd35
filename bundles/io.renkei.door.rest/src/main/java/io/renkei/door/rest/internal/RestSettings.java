package io.renkei.door.rest.internal;

import java.time.Duration;

/** Bounds of a request. */
record RestSettings(long bodyMaxBytes, Duration bodyTimeout, int headersMaxChars) {

    /** @throws IllegalArgumentException if a bound is too small to be meant */
    RestSettings {
        if (bodyMaxBytes < 1 || bodyTimeout.toMillis() < 1 || headersMaxChars < 256) {
            throw new IllegalArgumentException(
                    "body.max.bytes and body.timeout.millis are at least 1, headers.max.chars at least 256");
        }
    }

    static RestSettings of(RestConfig config) {
        return new RestSettings(
                config.body_max_bytes(), Duration.ofMillis(config.body_timeout_millis()), config.headers_max_chars());
    }
}
