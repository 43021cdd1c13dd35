package io.renkei.ports.linkage;

import io.renkei.ports.holdings.DeductionCertificate;
import java.util.Objects;
import java.util.Optional;

/**
 * A verified deduction certificate that a person handed over. It prints where it came from.
 *
 * @param document byte for byte as its issuer signed it, in Base64 (RFC 4648, section 4); empty unless the site's file asks for it
 */
public record ReleasedCertificate(DeductionCertificate certificate, Optional<String> document) {

    public ReleasedCertificate {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(document, "document");
    }

    @Override
    public String toString() {
        return certificate.toString();
    }
}
