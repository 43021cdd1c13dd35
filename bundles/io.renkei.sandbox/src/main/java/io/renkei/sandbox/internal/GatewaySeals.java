package io.renkei.sandbox.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** Verifies what the gateway sealed: XML signatures by its certificate, and detached JWS. Safe for use by several threads. */
final class GatewaySeals {

    private final GatewayCertificates certificates;

    GatewaySeals(GatewayCertificates certificates) {
        this.certificates = certificates;
    }

    /** Whether a certificate is one of the gateway's sealing certificates; asks the gateway when it is a new one. */
    boolean isGateway(X509Certificate certificate) {
        return certificates.known().contains(certificate)
                || certificates.refreshed().contains(certificate);
    }

    /**
     * Verifies a detached compact JWS (ES256) with its certificate in {@code x5c}.
     *
     * @throws Refusal (400) if it is not the gateway's seal over these bytes
     */
    void verifyDetached(String jws, byte[] payload) {
        try {
            String[] parts = jws.split("\\.", -1);
            if (parts.length != 3 || !parts[1].isEmpty()) {
                throw new Refusal(400, "The seal is no detached compact JWS.");
            }
            JsonNode header = Answer.JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
            X509Certificate signer = Pem.certificate(
                    Base64.getDecoder().decode(header.path("x5c").path(0).asText()));
            if (!header.path("alg").asText().equals("ES256") || !isGateway(signer)) {
                throw new Refusal(400, "The seal is not the gateway's.");
            }
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(signer.getPublicKey());
            signature.update((parts[0] + ".").getBytes(StandardCharsets.US_ASCII));
            signature.update(Base64.getUrlEncoder().withoutPadding().encode(payload));
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw new Refusal(400, "The seal does not fit the content.");
            }
        } catch (IllegalArgumentException | JsonProcessingException | GeneralSecurityException e) {
            throw new Refusal(400, "The seal cannot be read.");
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    /** Where the gateway's sealing certificates come from. */
    interface GatewayCertificates {

        /** What is known without asking anybody. */
        List<X509Certificate> known();

        /** What the gateway says now; at most asked once a second. */
        List<X509Certificate> refreshed();

        /** Certificates that never change. */
        static GatewayCertificates fixed(List<X509Certificate> certificates) {
            return new GatewayCertificates() {
                @Override
                public List<X509Certificate> known() {
                    return certificates;
                }

                @Override
                public List<X509Certificate> refreshed() {
                    return certificates;
                }
            };
        }
    }
}
