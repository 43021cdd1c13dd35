package io.renkei.door.soap.internal;

import java.util.List;
import java.util.Set;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.WSHandlerConstants;
import org.apache.wss4j.dom.handler.WSHandlerResult;

/** Holds a good signature to the algorithms that are accepted everywhere here: RSA or ECDSA with SHA-2; one signature. */
final class SignedForm extends AbstractSoapInterceptor {

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String ENC = "http://www.w3.org/2001/04/xmlenc#";
    private static final Set<String> SIGNATURES = Set.of(
            MORE + "rsa-sha256",
            MORE + "rsa-sha384",
            MORE + "rsa-sha512",
            MORE + "ecdsa-sha256",
            MORE + "ecdsa-sha384",
            MORE + "ecdsa-sha512");
    private static final Set<String> DIGESTS = Set.of(ENC + "sha256", MORE + "sha384", ENC + "sha512");

    SignedForm() {
        super(Phase.PRE_PROTOCOL);
        addAfter(WSS4JInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(SoapMessage message) {
        if (!(message.get(WSHandlerConstants.RECV_RESULTS) instanceof List<?> all) || all.size() != 1) {
            throw Refusal.of(SoapCode.SIGNATURE, "header Security");
        }
        List<WSSecurityEngineResult> signatures =
                ((WSHandlerResult) all.get(0)).getActionResults().getOrDefault(WSConstants.SIGN, List.of());
        if (signatures.size() != 1 || !isAccepted(signatures.get(0))) {
            throw Refusal.of(SoapCode.SIGNATURE, "header Security");
        }
    }

    private static boolean isAccepted(WSSecurityEngineResult signature) {
        return SIGNATURES.contains(signature.get(WSSecurityEngineResult.TAG_SIGNATURE_METHOD))
                && signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS) instanceof List<?> parts
                && parts.stream()
                        .allMatch(part -> part instanceof WSDataRef reference
                                && DIGESTS.contains(reference.getDigestAlgorithm()));
    }

    /** Whether an exception says that the message's signature is not good; CXF has no type of its own for one. */
    static boolean isCause(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause instanceof WSSecurityException
                || trace.length > 0 && trace[0].getClassName().startsWith("org.apache.cxf.ws.security.");
    }
}
