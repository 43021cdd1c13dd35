package io.renkei.ports.health;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** What health says of a certificate of ours as its end comes near. */
public final class Expiry {

    /** The part that these findings are about. */
    public static final String PART = "certificates";

    private Expiry() {}

    /**
     * @param file where it stands
     * @param warning how long before its end it is a warning; past its end it is critical
     */
    public static Optional<Finding> of(String file, X509Certificate certificate, Instant now, Duration warning) {
        Instant end = certificate.getNotAfter().toInstant();
        String what = certificate.getSubjectX500Principal().getName() + " in " + file;
        if (!end.isAfter(now)) {
            return Optional.of(Finding.critical(
                    PART, what + " expired at " + end + ". Replace it; it is taken without a restart."));
        }
        return end.isAfter(now.plus(warning))
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        PART,
                        what + " expires on " + end.atZone(ZoneOffset.UTC).toLocalDate()
                                + ". Replace it before; it is taken without a restart."));
    }
}
