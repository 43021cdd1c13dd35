package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 電子納付情報: what is wanted for cases of e-Gov, as ordered from outside. The last order of a 納付番号 counts. */
final class EgovPayments {

    static final String WANTED = "payment-wanted";

    private final Ledger ledger;

    EgovPayments(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Wants money for a case, or says what became of it. */
    Object want(JsonNode order) {
        String destination = order.path("destination").asText();
        Ledger.Entry submission = ledger.first(destination, order.path("filing").asText(), Ledger.SUBMISSION)
                .orElseThrow(() -> new Refusal(404, "There is no such filing."));
        Map<String, String> details = new LinkedHashMap<>();
        details.put("pay_number", order.path("pay_number").asText("1234567890123456"));
        details.put("confirm_number", order.path("confirm_number").asText("123456"));
        details.put("facility_number", order.path("facility_number").asText("00100"));
        details.put("pay_name_kana", order.path("pay_name_kana").asText("ﾃｽｳﾘﾖｳ"));
        details.put("pay_expired", order.path("pay_expired").asText("2999-12-31"));
        details.put("total_fee", Long.toString(order.path("total_fee").asLong(1_500)));
        details.put("pay_status", order.path("pay_status").asText("納付待ち"));
        details.put("pay_date", order.path("pay_date").asText("-"));
        ledger.append(destination, submission.filing(), WANTED, n -> submission.remoteId(), "", details);
        return Map.of();
    }

    /** As the list of a case shows them. */
    List<Map<String, Object>> of(Ledger.Entry submission) {
        if (!ledger.last(submission.destination(), submission.filing()).containsKey(WANTED)) {
            return List.of();
        }
        Map<String, Map<String, Object>> last = new LinkedHashMap<>();
        ledger.after(submission.number()).stream()
                .filter(entry -> entry.kind().equals(WANTED) && entry.remoteId().equals(submission.remoteId()))
                .forEach(entry -> last.put(entry.details().get("pay_number"), line(entry)));
        return new ArrayList<>(last.values());
    }

    private static Map<String, Object> line(Ledger.Entry entry) {
        Map<String, Object> line = new LinkedHashMap<>(entry.details());
        line.put("total_fee", Long.parseLong(entry.details().get("total_fee")));
        line.put("pay_memo", "-");
        line.put("pay_flag", true);
        return line;
    }
}
