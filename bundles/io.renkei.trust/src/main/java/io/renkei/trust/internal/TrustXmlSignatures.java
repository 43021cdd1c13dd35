package io.renkei.trust.internal;

import io.renkei.ports.trust.XmlSignatures;
import java.io.IOException;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Publishes the verifier of XML signatures. */
@Component(service = XmlSignatures.class, configurationPid = TrustConfig.PID)
public final class TrustXmlSignatures implements XmlSignatures {

    private final XmlSignatures verifier;

    @Activate
    public TrustXmlSignatures(TrustConfig config) {
        this.verifier = new XmlSignatureVerifier(new XmlLimits(
                config.document_max_bytes(),
                config.document_max_depth(),
                config.document_max_attributes(),
                config.document_max_nodes()));
    }

    @Override
    public XmlVerdict verify(Source document, Policy policy, Instant at) throws IOException {
        return verifier.verify(document, policy, at);
    }
}
