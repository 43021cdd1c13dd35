package io.renkei.connector.yaml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.http.HttpReply;
import io.renkei.testkit.FilingTask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the answers of the example's desk mean. */
class AnswersTest {

    private static final FilingKey FILING = FilingTask.key(new Random(1));
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    private static DispatchOutcome outcome(int status, String retryAfter, String body) throws Exception {
        Faults faults = new Faults();
        AnswerTable table = AnswerTableReader.read(
                        TreeReader.read("test.yaml", TestFiles.route(), faults).at("answers"))
                .get("application");
        faults.refuse();
        return table.read(
                Answer.of(new HttpReply(
                        status,
                        Optional.of(retryAfter).filter(text -> !text.isEmpty()),
                        body.replace("KEY", FILING.toString()).getBytes(StandardCharsets.UTF_8))),
                FILING,
                TestTask.DESTINATION,
                NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "201 | `` | {\"filing\":\"KEY\",\"receiptNumber\":\"DK0000000001\"} | Acknowledged",
                "201 | `` | {\"filing\":\"KEY\",\"receiptNumber\":\"DK0000000001\"} {} | Unknown",
                "201 | `` | {\"filing\":\"other\",\"receiptNumber\":\"DK0000000001\"} | Unknown",
                "201 | `` | {\"filing\":\"KEY\",\"receiptNumber\":\"<b>\"} | Unknown",
                "201 | `` | {\"filing\":\"KEY\"} | Unknown",
                "200 | `` | {\"filing\":\"KEY\",\"receiptNumber\":\"DK0000000001\"} | Unknown",
                "201 | `` | <html/> | Unknown",
                "422 | `` | {\"code\":\"X\",\"item\":\"employer.name\"} | Refused",
                "422 | `` | <html/> | Unknown",
                "422 | `` | {\"code\":{}} | Unknown",
                "403 | `` | <html/> | Unknown",
                "429 | `` | `` | Deferred",
                "503 | 30 | `` | Deferred",
                "503 | `` | {\"code\":\"X\"} | Unknown",
                "500 | `` | {\"code\":\"X\"} | Unknown",
                "302 | `` | {\"code\":\"X\"} | Unknown"
            })
    void anAnswerIsBelievedOnlyAsItsRowSays(int status, String retryAfter, String body, String outcome)
            throws Exception {
        assertEquals(outcome, outcome(status, retryAfter, body).getClass().getSimpleName());
    }

    @Test
    void aRejectedCallParksTheFiling() {
        PermanentFailure failure =
                assertThrows(PermanentFailure.class, () -> outcome(403, "", "{\"code\":\"NO-PERMISSION\"}"));
        assertEquals(YamlCode.CALL_REJECTED.code(), failure.getMessage());
    }

    @Test
    void noRemoteTextGoesFurther() throws Exception {
        DispatchOutcome.Refused refused =
                (DispatchOutcome.Refused) outcome(422, "", "{\"code\":\"X\",\"item\":\"見本 太郎 <b>\"}");
        assertEquals("", refused.place());
        assertEquals(YamlCode.REFUSED.sentenceJa(), refused.sentence());
    }
}
