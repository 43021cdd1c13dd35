package io.renkei.connector.egov.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Deferred;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EgovAnswersTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "初回受付番号, 構成管理XML.初回受付番号に誤りがあります, EGOV-022",
        "-, 添付必須のファイル(契約書)が添付されていません, EGOV-021",
        "提出先情報, 提出先情報を設定しなければなりません, EGOV-023",
        "-, 構成管理情報の申請書属性情報は\"申請書送信\"の場合は指定することができません, EGOV-020",
        "署名情報, 電子署名がありません, EGOV-024",
        "手続ID, 構成管理XML.手続IDに誤りがあります, EGOV-025",
        "氏名, 髙橋花子は入力できません, EGOV-020"
    })
    void mapsALineOfTheReportToOurOwnCode(String item, String content, String code) {
        assertEquals(code, EgovFaults.code(item, content).code());
    }

    @Test
    void keepsNoRemoteTextInARefusal() throws PermanentFailure {
        Refused refused = assertInstanceOf(
                Refused.class,
                read(
                        400,
                        "",
                        "{\"title\":\"x\",\"report_list\":[{\"file_name\":\"kousei.xml\",\"item\":\"氏名\",\"content\":\"髙橋　花子は入力できません\"}]}"));
        assertEquals("kousei.xml/氏名", refused.place());
        assertTrue(!refused.sentence().contains("髙橋"));
    }

    @Test
    void aPlaceThatLooksLikeNoNameIsLeftOut() {
        assertEquals("kousei.xml", EgovFaults.place("kousei.xml", "-"));
        assertEquals("氏名", EgovFaults.place("", "氏名"));
        assertEquals("", EgovFaults.place("<b>", "髙橋 花子 様"));
    }

    @Test
    void waitsAsLongAsItIsAskedButADayAtMost() throws PermanentFailure {
        assertEquals(NOW.plusSeconds(120), until("120"));
        assertEquals(NOW.plus(Duration.ofDays(1)), until("999999"));
        assertEquals(NOW.plusSeconds(60), until("Wed, 1 Jul 2026 00:01:00 GMT"));
        assertEquals(NOW, until("Tue, 30 Jun 2026 00:01:00 GMT"));
        assertEquals(NOW.plusSeconds(60), until("bald"));
        assertInstanceOf(Deferred.class, read(429, "", ""));
    }

    @Test
    void whateverCannotBeBelievedIsUnknown() throws PermanentFailure {
        for (int status : new int[] {200, 204, 302, 408, 404, 500, 502, 503, 504}) {
            assertEquals(new Unknown("EGOV-011"), read(status, "", "<html>混雑</html>"), "status " + status);
        }
        assertEquals(new Unknown("EGOV-011"), read(200, "", "{\"results\":{\"arrive_id\":\"-\"}}"));
    }

    @Test
    void aCallThatEgovRejectsAsSuchIsParked() {
        assertThrows(PermanentFailure.class, () -> read(403, "", "{\"title\":\"権限がありません\",\"type\":\"x\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "到達, ARRIVAL_CONFIRMED",
        "審査中, CORRECTION_SENT",
        "審査中（補正待ち）, CORRECTION_ASKED",
        "審査終了, DECISION_MADE",
        "手続終了, PROCEDURE_CLOSED",
        "到達（取下げ処理中）, WITHDRAWAL_SENT",
        "差戻し, EXAMINATION_STARTED"
    })
    void tellsWhatHappenedByTheWord(String word, FilingEvent last) {
        List<FilingEvent> events = EgovStatuses.events(word);
        assertEquals(last, events.get(events.size() - 1));
    }

    @Test
    void codesAreUniqueAndTellWhatToDo() {
        Set<String> codes = new HashSet<>();
        for (EgovCode code : EgovCode.values()) {
            assertTrue(codes.add(code.code()), code.code());
            assertTrue(code.sentence().endsWith(".") && code.sentenceJa().endsWith("。"), code.code());
        }
    }

    private static Instant until(String retryAfter) throws PermanentFailure {
        return assertInstanceOf(Deferred.class, read(503, retryAfter, "")).until();
    }

    private static DispatchOutcome read(int status, String retryAfter, String body) throws PermanentFailure {
        return EgovAnswers.read(
                TestTask.HELLO_WORK,
                new HttpReply(
                        status,
                        retryAfter.isEmpty() ? Optional.empty() : Optional.of(retryAfter),
                        body.getBytes(StandardCharsets.UTF_8)),
                NOW);
    }
}
