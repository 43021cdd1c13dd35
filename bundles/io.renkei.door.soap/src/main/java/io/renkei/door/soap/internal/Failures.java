package io.renkei.door.soap.internal;

import io.renkei.ports.intake.IntakePaused;
import io.renkei.ports.state.StateUnavailable;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/** Finds out why a message failed; nothing of an exception is told to the caller. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int MAX_CAUSES = 32;

    private Failures() {}

    /** @param call where the guard let it pass; the reason why reading its body stopped comes before all others */
    static Refusal refusal(Exception failure, Optional<SoapCall> call) {
        Optional<SoapCode> stopped = call.flatMap(c -> c.body().fault());
        if (stopped.isPresent()) {
            return stopped.get() == SoapCode.GATEWAY_FULL
                    ? Refusal.later(SoapCode.GATEWAY_FULL, 1)
                    : Refusal.of(stopped.get());
        }
        boolean begun = call.map(c -> !c.operation().equals("-")).orElse(false);
        Throwable cause = failure;
        boolean ofMessage = false;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof StateUnavailable) {
                return Refusal.later(SoapCode.STATE_UNAVAILABLE, Refusal.RETRY_SECONDS);
            }
            if (cause instanceof IntakePaused paused) {
                return Refusal.later(SoapCode.INTAKE_PAUSED, paused.retryAfterSeconds());
            }
            if (cause instanceof PartMissing) {
                return Refusal.later(SoapCode.PART_MISSING, Refusal.RETRY_SECONDS);
            }
            if (SignedForm.isCause(cause)) {
                LOG.warn(
                        "{}: the signature of a message is refused: {}", SoapCode.SIGNATURE.code(), cause.getMessage());
                return Refusal.of(SoapCode.SIGNATURE, "header Security");
            }
            ofMessage |= isOfMessage(cause) || isOfParts(cause);
            cause = cause.getCause();
        }
        if (!begun && ofMessage) {
            LOG.debug("a message was refused", failure);
            return Refusal.of(SoapCode.MESSAGE);
        }
        LOG.error("SOAP-022: a call failed; report the defect", failure);
        return Refusal.of(SoapCode.INTERNAL);
    }

    /** CXF says so in no type of its own when a part is referred to that did not come. */
    private static boolean isOfParts(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("org.apache.cxf.attachment.");
    }

    private static boolean isOfMessage(Throwable cause) {
        return cause instanceof XMLStreamException
                || cause instanceof JAXBException
                || cause instanceof SAXException
                || cause instanceof IOException
                || cause instanceof SoapFault
                || cause instanceof Fault fault && Fault.FAULT_CODE_CLIENT.equals(fault.getFaultCode());
    }
}
