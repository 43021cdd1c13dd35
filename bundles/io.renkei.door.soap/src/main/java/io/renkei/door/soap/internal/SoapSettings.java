package io.renkei.door.soap.internal;

import java.time.Duration;

/** Bounds of a message. */
record SoapSettings(long bodyMaxBytes, Duration bodyTimeout, int headersMaxChars) {

    /** @throws IllegalArgumentException if a bound is too small to be meant */
    SoapSettings {
        if (bodyMaxBytes < 1 || bodyTimeout.toMillis() < 1 || headersMaxChars < 256) {
            throw new IllegalArgumentException(
                    "body.max.bytes and body.timeout.millis are at least 1, headers.max.chars at least 256");
        }
    }

    static SoapSettings of(SoapConfig config) {
        return new SoapSettings(
                config.body_max_bytes(), Duration.ofMillis(config.body_timeout_millis()), config.headers_max_chars());
    }
}
