package io.renkei.door.soap.internal;

import io.renkei.api.model.DestinationId;
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

    /**
     * Begins an operation that a ministry uses.
     *
     * @param destination in whose name, as the message says
     * @throws Refusal if its caller does not speak for the destination too
     */
    static DestinationId beginFor(String operation, String destination) {
        DestinationId from = new DestinationId(destination);
        if (!begin(operation, Access.MINISTRY).caller().speaksFor(from)) {
            throw Refusal.of(SoapCode.NOT_ITS_DESTINATION, "element destination");
        }
        return from;
    }
}
