package io.renkei.door.soap.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.InterceptorChain;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.DefaultCryptoCoverageChecker;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.cache.MemoryReplayCache;
import org.apache.wss4j.common.cache.ReplayCache;
import org.apache.wss4j.common.crypto.Merlin;

/**
 * Demands a signature (WS-Security 1.1, X.509 token profile) of the partners that have to sign: over the body and over a
 * time stamp of the last five minutes, with a certificate that the operator named for this partner. The same time stamp
 * with the same signature counts once on this node; the same document counts once everywhere, signed or not. A partner that
 * need not sign is left to its connection, and a signature that it sends is not understood.
 */
final class MessageSignature extends AbstractSoapInterceptor implements AutoCloseable {

    private static final String LIFE_SECONDS = "300";
    private static final String AHEAD_SECONDS = "60";
    private static final String CRYPTO = "io.renkei.door.soap.crypto";

    private final Supplier<MessageSigners> signers;
    private final ReplayCache replays = new MemoryReplayCache();
    private final WSS4JInInterceptor verifier = new WSS4JInInterceptor(properties());
    private final DefaultCryptoCoverageChecker coverage = new DefaultCryptoCoverageChecker();
    private final SignedForm form = new SignedForm();

    MessageSignature(Supplier<MessageSigners> signers) {
        super(Phase.READ);
        this.signers = signers;
    }

    /** No certificate of its own: the one that comes with the message is taken, and held against the operator's. */
    private static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.SIGNATURE + " " + ConfigurationConstants.TIMESTAMP);
        properties.put(ConfigurationConstants.SIG_VER_PROP_REF_ID, CRYPTO);
        properties.put(CRYPTO, new Merlin());
        properties.put(ConfigurationConstants.TTL_TIMESTAMP, LIFE_SECONDS);
        properties.put(ConfigurationConstants.TTL_FUTURE_TIMESTAMP, AHEAD_SECONDS);
        properties.put(ConfigurationConstants.IS_BSP_COMPLIANT, "true");
        return properties;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        SoapCall call = SoapCall.of(message).orElseThrow(() -> Refusal.of(SoapCode.NO_CERTIFICATE));
        Set<String> wanted = signers.get().of(call.partner());
        if (wanted.isEmpty()) {
            return;
        }
        message.put("ws-security.timestamp.cache.instance", replays);
        message.put("ws-security.enable.timestamp.cache", "true");
        message.put("ws-security.enable.nonce.cache", "false");
        message.put("ws-security.enable.saml.cache", "false");
        message.put("ws-security.signature.validator", new PinnedSigner(wanted));
        InterceptorChain chain = message.getInterceptorChain();
        chain.add(verifier);
        chain.add(coverage);
        chain.add(form);
    }

    @Override
    public void close() {
        try {
            replays.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("a cache in memory cannot fail to close", e);
        }
    }
}
