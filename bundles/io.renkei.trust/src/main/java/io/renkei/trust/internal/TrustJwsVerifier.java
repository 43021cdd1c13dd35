package io.renkei.trust.internal;

import io.renkei.ports.trust.JwsVerifier;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Publishes the verifier of JSON Web Signatures. */
@Component(service = JwsVerifier.class, configurationPid = TrustConfig.PID)
public final class TrustJwsVerifier implements JwsVerifier {

    private final JwsVerifier verifier;

    @Activate
    public TrustJwsVerifier(TrustConfig config) {
        this.verifier = new JwsSignatureVerifier(config.document_max_bytes());
    }

    @Override
    public JwsVerdict verify(String jws, Trust trust, Instant at) {
        return verifier.verify(jws, trust, at);
    }

    @Override
    public JwsVerdict verifyDetached(String jws, byte[] payload, Trust trust, Instant at) {
        return verifier.verifyDetached(jws, payload, trust, at);
    }
}
