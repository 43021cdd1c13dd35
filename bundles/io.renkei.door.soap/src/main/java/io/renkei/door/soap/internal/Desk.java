package io.renkei.door.soap.internal;

import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** Where an operation begins. The element in the body chose the operation; here it is asked who may use it. */
final class Desk {

    private Desk() {}

    /**
     * The present call.
     *
     * @throws Refusal if its caller may not use the operation, or no guard stood before it
     */
    static SoapCall begin(String operation, Access access) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        SoapCall call = SoapCall.of(message).orElseThrow(() -> Refusal.of(SoapCode.NO_CERTIFICATE));
        call.begin(operation);
        if (!access.permits(call.caller())) {
            throw Refusal.of(SoapCode.ROLE, "element " + operation);
        }
        return call;
    }
}
