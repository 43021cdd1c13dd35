package io.renkei.door.soap.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Bounds of a message, and whose messages are signed.
 *
 * @param signers partners that have to sign
 */
record SoapSettings(long bodyMaxBytes, Duration bodyTimeout, int headersMaxChars, MessageSigners signers) {

    /** @throws IllegalArgumentException if a bound is too small to be meant */
    SoapSettings {
        if (bodyMaxBytes < 1 || bodyTimeout.toMillis() < 1 || headersMaxChars < 256) {
            throw new IllegalArgumentException(
                    "body.max.bytes and body.timeout.millis are at least 1, headers.max.chars at least 256");
        }
    }

    /**
     * @param all every key of the file, for those that name a partner
     * @throws IllegalArgumentException with all that is wrong, in the terms of the file
     */
    static SoapSettings of(SoapConfig config, Map<String, ?> all) {
        List<String> faults = new ArrayList<>();
        MessageSigners signers = MessageSigners.read(all, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", faults));
        }
        return new SoapSettings(
                config.body_max_bytes(),
                Duration.ofMillis(config.body_timeout_millis()),
                config.headers_max_chars(),
                signers);
    }
}
