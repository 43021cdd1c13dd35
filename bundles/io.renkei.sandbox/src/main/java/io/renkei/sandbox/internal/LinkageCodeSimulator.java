package io.renkei.sandbox.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.w3c.dom.Element;

/** The service that gives linkage codes (J-LIS): one per certificate and agency, always the same. */
final class LinkageCodeSimulator implements Simulator {

    static final String DESTINATION = "linkage-codes";
    static final String ISSUED = "linkage-code";

    private static final SimulatedSoap SOAP = new SimulatedSoap("urn:renkei:linkage-code:1");

    private final Parts parts;
    private final Set<String> strangersAt = ConcurrentHashMap.newKeySet();

    LinkageCodeSimulator(Parts parts) {
        this.parts = parts;
    }

    @Override
    public String path() {
        return "/linkage-codes";
    }

    @Override
    public Map<String, Order> orders() {
        return Map.of("linkage-codes/strangers", body -> {
            String agency = body.path("agency").asText();
            if (body.path("strangers").asBoolean(true)) {
                strangersAt.add(agency);
            } else {
                strangersAt.remove(agency);
            }
            return Map.of();
        });
    }

    @Override
    public void handle(Call call) throws IOException {
        if (parts.faults().isDown(DESTINATION)) {
            call.drop();
            return;
        }
        if (!call.method().equals("POST")) {
            throw new Refusal(405, "The service is called by SOAP.");
        }
        try {
            issue(SOAP.operation(call), call);
        } catch (Refusal e) {
            call.answer(SOAP.fault(e.getMessage()));
        }
    }

    private void issue(Element request, Call call) {
        Faults.Fault fault = parts.faults().next(DESTINATION);
        if (fault.mode().refuses()) {
            parts.faults().refuse(call, fault);
            return;
        }
        String agency = SimulatedSoap.required(request, "agency");
        String authority = SimulatedSoap.required(request, "authorityKeyId");
        String serial = SimulatedSoap.required(request, "serial");
        parts.ledger().append(DESTINATION, agency, ISSUED, n -> "LC-" + n, "", Map.of());
        String code = strangersAt.contains(agency)
                ? ""
                : SimulatedSoap.element("linkageCode", LinkageCodes.issue(agency, authority, serial));
        Answer answer = SOAP.answer("issue", SimulatedSoap.element("agency", agency) + code);
        parts.faults().deliver(DESTINATION, call, answer, fault);
    }
}
