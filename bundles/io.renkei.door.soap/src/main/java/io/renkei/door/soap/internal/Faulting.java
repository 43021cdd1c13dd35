package io.renkei.door.soap.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Gives every fault its code, place and sentences, and takes away whatever else it would have told. */
final class Faulting extends AbstractPhaseInterceptor<Message> {

    private final String namespace;

    /** @param namespace of the service */
    Faulting(String namespace) {
        super(Phase.SETUP);
        this.namespace = namespace;
    }

    @Override
    public void handleMessage(Message message) {
        Optional<SoapCall> call = SoapCall.of(message);
        call.ifPresent(SoapCall::forget);
        Refusal refusal = Failures.refusal(message.getContent(Exception.class), call);
        QName code = refusal.ofSender()
                ? Soap11.getInstance().getSender()
                : Soap11.getInstance().getReceiver();
        SoapFault fault = new SoapFault(refusal.faults().get(0).sentence(), code);
        fault.setDetail(FaultXml.detail(namespace, refusal.faults()));
        fault.setStatusCode(refusal.statusInside());
        message.setContent(Exception.class, fault);
        message.put(Message.RESPONSE_CODE, refusal.statusInside());
        message.put(Message.MTOM_ENABLED, "false");
        call.ifPresent(c -> tell(c, refusal));
    }

    private static void tell(SoapCall call, Refusal refusal) {
        HttpServletResponse response = call.response();
        if (refusal.retryAfterSeconds() > 0) {
            response.setHeader("Retry-After", Integer.toString(refusal.retryAfterSeconds()));
        }
        if (!call.body().ended()) {
            response.setHeader("Connection", "close");
        }
    }
}
