package io.renkei.trust.internal;

import io.renkei.api.spi.TlsContexts;
import io.renkei.ports.trust.XmlSignatures;

/** Signatures and TLS as they run in the gateway. */
public final class RealTrust {

    private RealTrust() {}

    public static XmlSignatures signatures() {
        return new XmlSignatureVerifier(new XmlLimits(1_048_576, 64, 64, 100_000));
    }

    public static TlsContexts tls() {
        return new PemTls();
    }
}
