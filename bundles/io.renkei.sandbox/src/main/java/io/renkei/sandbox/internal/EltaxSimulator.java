package io.renkei.sandbox.internal;

import java.io.IOException;
import java.util.Map;

/** eLTAX as far as the gateway uses it: 特別徴収切替届出書 as XML over REST. */
final class EltaxSimulator implements Simulator, Pushing {

    private static final String ELTAX = "eltax";

    private final RestDesk desk;
    private final EltaxSimulatorChecks checks;

    EltaxSimulator(Parts parts) {
        desk = new RestDesk(parts, new RestDesk.Kind(ELTAX, "試験市町村長", "特別徴収税額の決定・変更通知書", "受付番号", "LT%010d"));
        checks = new EltaxSimulatorChecks(parts.gatewaySeals());
    }

    @Override
    public String path() {
        return "/eltax";
    }

    @Override
    public Map<String, Order> orders() {
        return Map.of("eltax/refuse", desk::refuse);
    }

    @Override
    public void handle(Call call) throws IOException {
        desk.serve(ELTAX, call.segments(), call, checks);
    }

    @Override
    public boolean covers(String destination) {
        return destination.equals(ELTAX);
    }

    @Override
    public Message message(Ledger.Entry submission) {
        return desk.push(submission);
    }
}
