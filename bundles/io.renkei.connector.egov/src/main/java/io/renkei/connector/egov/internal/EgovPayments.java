package io.renkei.connector.egov.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.PaymentReader.Payment;
import io.renkei.api.spi.PaymentReader.Standing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What e-Gov's list of payments of a case says (電子納付情報一覧, GET /payment/{arrive_id}). */
final class EgovPayments {

    private static final Logger LOG = LoggerFactory.getLogger(EgovPayments.class);
    private static final int DAY = "uuuu-MM-dd".length();

    /** The words are wire values (pay_status). */
    private static final Map<String, Standing> STANDINGS = Map.of(
            "納付待ち", Standing.WAITING,
            "納付済み", Standing.PAID,
            "納付期限切れ", Standing.LAPSED,
            "取消", Standing.CANCELLED);

    private EgovPayments() {}

    /** Whether a case says that something is or was to be paid for it; a dash is no word. */
    static boolean areNamed(JsonNode results) {
        String word = results.path("pay_status").asText("-");
        return !word.equals("-") && !word.isEmpty()
                || results.path("apply_pay_count").asInt(0) > 0;
    }

    /** A line that lacks its number or its last day is left out. */
    static List<Payment> read(FilingKey filing, String arriveId, JsonNode results) {
        List<Payment> payments = new ArrayList<>();
        for (JsonNode line : results.path("apply_pay_list")) {
            String number = line.path("pay_number").asText("");
            Optional<LocalDate> due = day(line.path("pay_expired").asText("-"));
            if (!number.matches("[0-9]{1,20}") || due.isEmpty()) {
                LOG.warn("e-Gov wants a payment for {} without a number or a last day; it is left out", filing);
                continue;
            }
            String word = line.path("pay_status").asText("");
            payments.add(new Payment(
                    filing,
                    arriveId + "-" + number,
                    line.path("pay_name_kana").asText(""),
                    line.path("total_fee").asLong(0),
                    line.path("facility_number").asText(""),
                    number,
                    line.path("confirm_number").asText(""),
                    "",
                    due.get(),
                    STANDINGS.getOrDefault(word, Standing.UNKNOWN),
                    word,
                    day(line.path("pay_date").asText("-"))));
        }
        return payments;
    }

    /** A day, or the day of a moment; both are Japan's. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.substring(0, Math.min(DAY, text.length()))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
