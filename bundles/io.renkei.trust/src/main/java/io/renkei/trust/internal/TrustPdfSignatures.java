package io.renkei.trust.internal;

import io.renkei.ports.trust.PdfSignatures;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Publishes the verifier of signed PDF documents. */
@Component(service = PdfSignatures.class, configurationPid = TrustConfig.PID)
public final class TrustPdfSignatures implements PdfSignatures {

    private final PdfSignatures verifier;

    @Activate
    public TrustPdfSignatures(TrustConfig config) {
        this.verifier = new PdfSignatureVerifier(config.document_max_bytes());
    }

    @Override
    public PdfVerdict verify(byte[] document, Set<X509Certificate> anchors, Instant at) {
        return verifier.verify(document, anchors, at);
    }

    @Override
    public boolean isSigned(byte[] document) {
        return verifier.isSigned(document);
    }
}
