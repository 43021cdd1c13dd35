package io.renkei.connector.eltax.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EltaxAnswersTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void aRefusalKeepsTheItemButNoRemoteText() throws PermanentFailure {
        Refused refused = assertInstanceOf(
                Refused.class, read(422, "", "{\"code\":\"CONTENT\",\"item\":\"employee.name\",\"text\":\"髙橋　花子\"}"));
        assertEquals(EltaxCode.REFUSED.code(), refused.code());
        assertEquals("employee.name", refused.place());
        assertFalse(refused.sentence().contains("髙橋"));
        Refused odd = assertInstanceOf(Refused.class, read(422, "", "{\"code\":\"X\",\"item\":\"髙橋 花子\"}"));
        assertEquals("", odd.place());
    }

    @Test
    void aRefusedSealIsForTheOperator() throws PermanentFailure {
        Refused refused = assertInstanceOf(Refused.class, read(422, "", "{\"code\":\"SEAL\"}"));
        assertEquals(EltaxCode.REFUSED_SEAL.code(), refused.code());
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
        for (int status : new int[] {200, 201, 204, 302, 400, 404, 408, 409, 422, 500, 502, 503, 504}) {
            assertEquals(
                    new Unknown(EltaxCode.ODD_ANSWER.code()), read(status, "", "<html>混雑</html>"), "status " + status);
        }
    }

    @Test
    void aCallThatIsRejectedAsSuchIsParked() {
        assertThrows(PermanentFailure.class, () -> read(403, "", "{\"code\":\"FORBIDDEN\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "到達, ARRIVAL_CONFIRMED",
        "審査中, EXAMINATION_STARTED",
        "審査終了, DECISION_MADE",
        "手続終了, PROCEDURE_CLOSED",
        "保留, EXAMINATION_STARTED"
    })
    void tellsWhatHappenedByTheWord(String word, FilingEvent last) {
        List<FilingEvent> events = EltaxStatuses.events(word);
        assertEquals(FilingEvent.TRANSMISSION_CONFIRMED, events.get(0));
        assertEquals(last, events.get(events.size() - 1));
    }

    private static Instant until(String retryAfter) throws PermanentFailure {
        return assertInstanceOf(Deferred.class, read(503, retryAfter, "")).until();
    }

    private static DispatchOutcome read(int status, String retryAfter, String body) throws PermanentFailure {
        return EltaxAnswers.read(
                TestTask.DESTINATION,
                new HttpReply(
                        status,
                        retryAfter.isEmpty() ? Optional.empty() : Optional.of(retryAfter),
                        body.getBytes(StandardCharsets.UTF_8)),
                NOW);
    }
}
