package io.renkei.trust.internal;

import io.renkei.api.spi.Sealer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** The gateway's own seal, with a key made at test time. */
public final class TestSeal {

    private TestSeal() {}

    /**
     * @param directory for the key
     * @param certificate where the certificate is written, PEM
     */
    public static Sealer open(Path directory, Path certificate) {
        GatewaySeal seal = new GatewaySeal(SealKeys.open(directory, Duration.ofDays(30), Clock.systemUTC()));
        try {
            String pem =
                    Base64.getMimeEncoder().encodeToString(seal.certificate().getEncoded());
            Files.writeString(
                    certificate,
                    "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n",
                    StandardCharsets.US_ASCII);
        } catch (IOException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        return seal;
    }
}
