package io.renkei.connector.egov.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.CorrectionRequest.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EgovReasonsTest {

    @Test
    void eachLineIsAReasonWithItsItemAndWhatIsKnownOfIt() {
        CorrectionRequest request = EgovReasons.read(
                notice("部分補正", "2026-07-31 17:00:00", "【employee.name.kana】フリガナに誤りがあります\n\n備考をご確認ください"), false);
        assertEquals(CorrectionKind.PARTIAL, request.kind());
        assertEquals(Optional.of(Instant.parse("2026-07-31T08:00:00Z")), request.deadline());
        assertFalse(request.takenLate());
        Reason reading = request.reasons().get(0);
        assertEquals("employee.name.kana", reading.item());
        assertEquals("フリガナに誤りがあります", reading.text());
        assertEquals("EGOV-043", reading.code());
        assertFalse(reading.sentence().isEmpty() || reading.sentenceJa().isEmpty());
        assertEquals(Reason.of("", "備考をご確認ください"), request.reasons().get(1));
        assertEquals(2, request.reasons().size());
    }

    @ParameterizedTest
    @CsvSource({"再提出,WHOLE", "手続終了(再提出可),WHOLE", "部分補正,PARTIAL"})
    void theKindIsEgovsOwnWord(String type, CorrectionKind kind) {
        assertEquals(kind, EgovReasons.read(notice(type, "-", ""), true).kind());
    }

    @Test
    void aDayEndsWithIt() {
        assertEquals(Optional.of(Instant.parse("2026-07-31T15:00:00Z")), EgovReasons.deadline("2026-07-31"));
        assertEquals(Optional.empty(), EgovReasons.deadline("-"));
        assertEquals(Optional.empty(), EgovReasons.deadline("2026-13-99"));
    }

    @Test
    void aTextWithoutEndIsCutAndLinesAreBounded() {
        CorrectionRequest request = EgovReasons.read(notice("再提出", "-", "𠮷".repeat(5_000) + "\nあ".repeat(500)), true);
        assertEquals(CorrectionRequest.MAX_REASONS, request.reasons().size());
        String text = request.reasons().get(0).text();
        assertEquals(CorrectionRequest.MAX_TEXT, text.codePointCount(0, text.length()));
        assertEquals(
                List.of("あ"),
                request.reasons().stream().skip(1).map(Reason::text).distinct().toList());
    }

    private static ObjectNode notice(String type, String deadline, String sentence) {
        return EgovApi.JSON
                .createObjectNode()
                .put("notice_type", "補正")
                .put("correct_type", type)
                .put("correct_expired_date", deadline)
                .put("notice_sentence", sentence);
    }
}
