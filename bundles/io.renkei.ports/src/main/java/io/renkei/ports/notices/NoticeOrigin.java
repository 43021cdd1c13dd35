package io.renkei.ports.notices;

import io.renkei.api.model.Sha256;
import java.util.Objects;

/**
 * The server that a message without a seal was fetched from.
 *
 * @param server host and port, 1 to 300 characters
 * @param certificate digest of its certificate at that time (DER form)
 */
public record NoticeOrigin(String server, Sha256 certificate) {

    private static final int LONGEST = 300;

    public NoticeOrigin {
        Objects.requireNonNull(certificate, "certificate");
        if (server.isBlank() || server.length() > LONGEST) {
            throw new IllegalArgumentException("a server is named by 1 to 300 characters");
        }
    }
}
