package io.renkei.connector.egov.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.CorrectionRequest.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a notice of type 補正: how, until when, and what. e-Gov tells the reasons as text, one a line. */
final class EgovReasons {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern ITEM = Pattern.compile("【([^【】]{1,200})】(.*)");

    private EgovReasons() {}

    /** @param takenLate as the instance is set */
    static CorrectionRequest read(JsonNode notice, boolean takenLate) {
        String type = notice.path("correct_type").asText("");
        CorrectionKind kind = type.equals("部分補正") ? CorrectionKind.PARTIAL : CorrectionKind.WHOLE;
        List<Reason> reasons = new ArrayList<>();
        for (String line : notice.path("notice_sentence").asText("").split("\\R")) {
            if (!line.isBlank() && reasons.size() < CorrectionRequest.MAX_REASONS) {
                reasons.add(reason(line.strip()));
            }
        }
        return new CorrectionRequest(
                kind, deadline(notice.path("correct_expired_date").asText("")), takenLate, reasons);
    }

    private static Reason reason(String line) {
        Matcher named = ITEM.matcher(line);
        String item = named.matches() ? named.group(1) : "";
        String text = cut(named.matches() ? named.group(2).strip() : line);
        return EgovWords.reason(line)
                .map(code -> new Reason(item, text, code.code(), code.sentence(), code.sentenceJa()))
                .orElse(Reason.of(item, text));
    }

    /** The end of a day where e-Gov names the day only; empty where it names nothing that can be read. */
    static Optional<Instant> deadline(String text) {
        try {
            return text.length() == 10
                    ? Optional.of(LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(JAPAN)
                            .toInstant())
                    : Optional.of(LocalDateTime.parse(text, TIME).atZone(JAPAN).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        int most = Math.min(CorrectionRequest.MAX_TEXT, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, most));
    }
}
