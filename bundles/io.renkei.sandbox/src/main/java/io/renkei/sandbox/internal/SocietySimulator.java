package io.renkei.sandbox.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** Health insurance societies (健康保険組合), one per eight digits of the path. */
final class SocietySimulator implements Simulator, Pushing {

    private static final String KIND = "health-insurance-society";

    private final RestDesk desk;
    private final SocietySimulatorChecks checks;

    SocietySimulator(Parts parts) {
        desk = new RestDesk(parts, new RestDesk.Kind(KIND, "試験健康保険組合", "資格取得確認通知書", "receiptNumber", "KP%010d"));
        checks = new SocietySimulatorChecks(parts.gatewaySeals());
    }

    @Override
    public String path() {
        return "/society";
    }

    @Override
    public Map<String, Order> orders() {
        return Map.of("society/refuse", desk::refuse);
    }

    @Override
    public void handle(Call call) throws IOException {
        String[] path = call.segments();
        if (path.length == 0 || !path[0].matches("[0-9]{8}")) {
            throw new Refusal(404, "A society is named by its number of eight digits.");
        }
        desk.serve(KIND + "." + path[0], Arrays.copyOfRange(path, 1, path.length), call, checks);
    }

    @Override
    public boolean covers(String destination) {
        return destination.startsWith(KIND + ".");
    }

    @Override
    public Message message(Ledger.Entry submission) {
        return desk.push(submission);
    }
}
