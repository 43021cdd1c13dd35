package io.renkei.ports.holdings;

import io.renkei.api.spi.CertificateReader.Certificate;
import java.util.Objects;

/**
 * A verified certificate as values, for e-Tax or tax software. It prints where it came from.
 *
 * @param certificate what the signed node says, and nothing else
 */
public record DeductionCertificate(HoldingRef from, Judgement judgement, Certificate certificate) {

    public DeductionCertificate {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(judgement, "judgement");
        Objects.requireNonNull(certificate, "certificate");
        if (!judgement.isVerified()) {
            throw new IllegalArgumentException("only what was verified has values");
        }
    }

    @Override
    public String toString() {
        return from.toString();
    }
}
