package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * e-Gov 電子申請API v2 as far as the gateway uses it: tokens, apply, lists, one case, official documents. The first part
 * of the path may name the destination; without it the procedure does.
 */
final class EgovSimulator implements Simulator {

    /** Destinations by the start of their 手続識別子. */
    static final Map<String, String> DESTINATIONS =
            Map.of("49500086", "hello-work", "49500135", "social-insurance-online");

    private static final Set<String> NAMES = Set.copyOf(DESTINATIONS.values());

    private final Ledger ledger;
    private final Faults faults;
    private final EgovTokens tokens;
    private final EgovChecks checks;
    private final EgovCases cases;
    private final EgovNotices notices;
    private final EgovFollowUps followUps;
    private final EgovPayments payments;
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    EgovSimulator(Parts parts, Duration tokenLife) {
        ledger = parts.ledger();
        faults = parts.faults();
        tokens = new EgovTokens(parts.ledger(), parts.clock(), tokenLife);
        checks = new EgovChecks(parts.gatewaySeals(), parts.applicants());
        cases = new EgovCases(parts);
        notices = new EgovNotices(parts);
        payments = new EgovPayments(ledger);
        followUps = new EgovFollowUps(parts, cases, checks);
    }

    @Override
    public String path() {
        return "/egov";
    }

    @Override
    public Map<String, Order> orders() {
        Map<String, Order> orders = new LinkedHashMap<>();
        orders.put("delegations", body -> tokens.delegate(account(body)).answer());
        orders.put("delegations/revoke", body -> tokens.revoke(account(body)));
        orders.put("delegations/expire", body -> tokens.expire(account(body)));
        orders.put("egov/payment", payments::want);
        orders.put("egov/refuse", body -> {
            refusals.put(body.path("destination").asText(), body.path("count").asInt(1));
            return Map.of();
        });
        return orders;
    }

    @Override
    public void handle(Call call) throws IOException {
        String[] path = call.segments();
        boolean named = path.length > 0 && NAMES.contains(path[0]);
        String destination = named ? path[0] : "";
        String what = call.method() + " " + String.join("/", named ? Arrays.copyOfRange(path, 1, path.length) : path);
        if (faults.isDown(destination)) {
            call.drop();
        } else if (what.equals("POST auth/token")) {
            call.answer(tokens.answer(call.form()));
        } else {
            String account = tokens.account(call.header("Authorization").orElse(""));
            if (account.isEmpty()) {
                call.answer(error(401, "アクセストークンが無効です", call, List.of()));
            } else {
                serve(what, destination, account, call);
            }
        }
    }

    private void serve(String what, String destination, String account, Call call) throws IOException {
        if (what.equals("POST apply")) {
            apply(destination, account, call);
        } else if (what.equals("GET apply/lists")) {
            call.answer(cases.list(destination, account, call.query()));
        } else if (what.equals("POST apply/amend")) {
            followUp(destination, call, () -> followUps.amend(call, account));
        } else if (what.equals("POST apply/withdraw")) {
            followUp(destination, call, () -> followUps.withdraw(call, account));
        } else if (what.startsWith("GET notice/")) {
            String[] names = what.substring("GET notice/".length()).split("/");
            call.answer(notices.one(cases.find(names[0], account), names[names.length - 1]));
        } else if (what.startsWith("GET apply/")) {
            call.answer(cases.one(what.substring("GET apply/".length()), account));
        } else if (what.startsWith("GET payment/")) {
            call.answer(cases.payments(what.substring("GET payment/".length()), account));
        } else if (what.startsWith("GET official_document/")) {
            call.answer(cases.document(what.substring("GET official_document/".length()), account));
        } else if (what.equals("POST official_document")) {
            call.answer(cases.fetched(call.json(), account));
        } else {
            call.answer(error(404, "該当するAPIがありません", call, List.of()));
        }
    }

    /** A correction or withdrawal of a case. */
    private interface FollowUp {
        Answer take() throws EgovChecks.Report, IOException;
    }

    private void followUp(String destination, Call call, FollowUp followUp) throws IOException {
        Faults.Fault fault = faults.next(destination);
        if (fault.mode().refuses()) {
            faults.refuse(call, fault);
            return;
        }
        try {
            faults.deliver(destination, call, followUp.take(), fault);
        } catch (EgovChecks.Report e) {
            call.answer(error(400, "バリデーションエラー", call, List.of(e.line())));
        }
    }

    private void apply(String named, String account, Call call) throws IOException {
        JsonNode request = call.json();
        String procedure = request.path("proc_id").asText();
        String destination = named.isEmpty() ? destination(procedure) : named;
        Faults.Fault fault = faults.next(destination);
        if (fault.mode().refuses()) {
            faults.refuse(call, fault);
            return;
        }
        try {
            if (destination.isEmpty() || !destination.equals(destination(procedure))) {
                throw new EgovChecks.Report("kousei.xml", "手続ID", "構成管理XML.手続IDに誤りがあります");
            }
            if (refusals.merge(destination, -1, Integer::sum) >= 0) {
                throw new EgovChecks.Report("kousei.xml", "初回受付番号", "構成管理XML.初回受付番号に誤りがあります");
            }
            EgovChecks.Taken taken = checks.check(procedure, request.path("send_file"));
            Ledger.Entry replaced = followUps.replaced(taken, account);
            Map<String, String> details = new LinkedHashMap<>(taken.proof());
            details.put("account", account);
            details.put("procedure", procedure);
            Ledger.Entry entry = ledger.append(
                    destination,
                    taken.filing(),
                    Ledger.SUBMISSION,
                    n -> String.format("9002026%09d", n),
                    taken.digest(),
                    details);
            if (replaced != null) {
                followUps.replace(replaced, entry);
            }
            faults.deliver(destination, call, cases.applied(entry), fault);
        } catch (EgovChecks.Report e) {
            call.answer(error(400, "バリデーションエラー", call, List.of(e.line())));
        } catch (Refusal e) {
            Map<String, String> line = new EgovChecks.Report("kousei.xml", "署名情報", e.getMessage()).line();
            call.answer(error(400, "バリデーションエラー", call, List.of(line)));
        }
    }

    private static String destination(String procedure) {
        return DESTINATIONS.getOrDefault(procedure.substring(0, Math.min(8, procedure.length())), "");
    }

    private static String account(JsonNode body) {
        String account = body.path("account").asText();
        if (!account.matches("[A-Za-z0-9.-]{1,64}")) {
            throw new Refusal(400, "The account is 1 to 64 letters, digits, dots and hyphens.");
        }
        return account;
    }

    private static Answer error(int status, String title, Call call, List<Map<String, String>> report) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("title", title);
        error.put("detail", "-");
        error.put("type", "https://example.invalid/egov");
        error.put("instance", "/shinsei/v2" + call.path());
        if (!report.isEmpty()) {
            error.put("report_list", report);
        }
        return Answer.json(status, error);
    }
}
