package io.renkei.connector.healthsociety.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.CorrectionRequest.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a society wants corrected: {@code kind}, {@code deadline}, and {@code reasons} with item, text and code. */
final class SocietyReasons {

    private static final int MAX_ITEM = 200;

    private SocietyReasons() {}

    /** @param takenLate as the instance is set */
    static CorrectionRequest read(JsonNode correction, boolean takenLate) {
        boolean partial = correction.path("kind").asText("").equals("PARTIAL");
        List<Reason> reasons = new ArrayList<>();
        for (JsonNode reason : correction.path("reasons")) {
            if (reasons.size() < CorrectionRequest.MAX_REASONS) {
                reasons.add(reason(reason));
            }
        }
        return new CorrectionRequest(
                partial ? CorrectionKind.PARTIAL : CorrectionKind.WHOLE,
                deadline(correction.path("deadline").asText("")),
                takenLate,
                reasons);
    }

    private static Reason reason(JsonNode reason) {
        String item = cut(reason.path("item").asText(""), MAX_ITEM);
        String text = cut(reason.path("text").asText(""), CorrectionRequest.MAX_TEXT);
        if (reason.path("code").asText("").equals("ATTACHMENT")) {
            return known(item, text, SocietyCode.REASON_ATTACHMENT);
        }
        return item.isEmpty() ? Reason.of(item, text) : known(item, text, SocietyCode.REASON_ITEM);
    }

    private static Reason known(String item, String text, SocietyCode code) {
        return new Reason(item, text, code.code(), code.sentence(), code.sentenceJa());
    }

    private static Optional<Instant> deadline(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String cut(String text, int most) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length()))));
    }
}
