package io.renkei.tools.notices;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/** The employment office asks for a correction of one filing, and gets it. */
final class Correction implements Scene {

    private static final ProcedureId PROCEDURE = new ProcedureId("12");

    private final Cast cast;
    private final String application;
    private final SenderNumber number;

    /** @param number of the sender for the correction */
    Correction(Cast cast, String application, SenderNumber number) {
        this.cast = cast;
        this.application = application;
        this.number = number;
    }

    /** Before the filing is sent. */
    static void prepare(Cast cast) throws IOException, InterruptedException {
        cast.ministries()
                .order(
                        "corrections/ask",
                        Map.of(
                                "destination",
                                Cast.HELLO_WORK,
                                "count",
                                1,
                                "kind",
                                "PARTIAL",
                                "deadline",
                                "2099-12-31T08:00:00Z",
                                "reasons",
                                List.of(Map.of("item", "employee.name.kana", "text", "フリガナに誤りがあります"))));
    }

    @Override
    public String name() {
        return "correction";
    }

    @Override
    public Row play() throws IOException, InterruptedException, GeneralSecurityException {
        JsonNode filing = cast.await(application, Cast.HELLO_WORK, "CORRECTION_REQUESTED");
        JsonNode reason = filing.at("/corrections_asked/0/reasons/0");
        cast.narrator()
                .step(
                        "asked",
                        reason.path("item").asText() + ": "
                                + reason.path("text").asText());
        String key = filing.path("key").asText();
        cast.awaitEvent(key, "io.renkei.correction.requested");
        cast.person()
                .post(
                        Cast.path(key) + "/corrections",
                        cast.applicants().procedure(number, cast.today(), PROCEDURE),
                        "Content-Type",
                        "application/xml",
                        "Idempotency-Key",
                        number.value())
                .expect(201);
        cast.narrator().step("corrected", "one signed procedure, one sealed receipt");
        JsonNode closed = cast.await(application, Cast.HELLO_WORK, "CLOSED");
        JsonNode answer = closed.at("/answers/0");
        Scene.require(answer.at("/state/code").asText().equals("CLOSED"), "the correction itself is not closed");
        Scene.require(closed.path("receipts").equals(filing.path("receipts")), "the filing lost the ministry's number");
        Scene.require(cast.lines(key, "correction") == 1, "the ministry did not get the correction once");
        return Row.good(
                "a correction is asked for and sent",
                "accepted, sent once, same number",
                answer.path("key").asText() + " CLOSED beside its filing");
    }
}
