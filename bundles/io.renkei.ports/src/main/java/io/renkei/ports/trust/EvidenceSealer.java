package io.renkei.ports.trust;

import io.renkei.api.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes evidence containers: ASiC-E with CAdES (ETSI EN 319 162-1, 4.4; ETSI EN 319 122-1, baseline B-B), sealed by the
 * gateway. An independent validator accepts them. Safe for use by several threads.
 */
@ProviderType
public interface EvidenceSealer {

    /** The media type of a container. */
    String MEDIA_TYPE = "application/vnd.etsi.asic-e+zip";

    /**
     * A container that is made while it is read, so that it costs no memory however large its entries are. The seal covers
     * all of them; it stands over their digests, so no entry is read before its turn.
     *
     * @param entries at least one, each with a name of its own
     * @param at the time of sealing that the seal says
     * @return to be closed by the caller; reading it throws what an entry's body throws
     * @throws IllegalArgumentException if the entries cannot stand in one container
     */
    InputStream container(List<Entry> entries, Instant at);

    /** Opens the bytes of an entry; asked for once. */
    @FunctionalInterface
    interface Body {
        InputStream open() throws IOException;
    }

    /**
     * One sealed file.
     *
     * @param name of letters, digits, dots and hyphens
     * @param mediaType such as {@code application/xml}
     * @param digest of its bytes
     */
    record Entry(String name, String mediaType, Sha256 digest, Body body) {

        public Entry {
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,99}") || name.equals("mimetype")) {
                throw new IllegalArgumentException("an entry has a plain name");
            }
            if (!mediaType.matches("[a-z0-9.+-]+/[a-z0-9.+-]+")) {
                throw new IllegalArgumentException("an entry has a media type");
            }
            Objects.requireNonNull(digest, "digest");
            Objects.requireNonNull(body, "body");
        }
    }
}
