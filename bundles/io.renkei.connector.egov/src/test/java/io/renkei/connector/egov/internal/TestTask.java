package io.renkei.connector.egov.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ProcedureId;
import io.renkei.testkit.FilingTask;
import io.renkei.testkit.Items;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Filings of a hire, for procedure 12. */
final class TestTask {

    static final DestinationId HELLO_WORK = new DestinationId("hello-work");

    private TestTask() {}

    /** With a key that no other has, and an attachment. */
    static FilingTask fresh() {
        return FilingTask.of(HELLO_WORK, new ProcedureId("12"), content())
                .with("contract", "契約書.txt", "text/plain", "労働条件通知書".getBytes(StandardCharsets.UTF_8));
    }

    private static FilingContent content() {
        return new Items()
                .text("employer.name", "試験＆サンプル株式会社")
                .text("employer.representative", "代表　太郎")
                .text("employee.name", "髙橋　花子")
                .kana("employee.name.kana", "タカハシ　ハナコ")
                .date("employee.birth-date", LocalDate.of(1990, 4, 1))
                .money("employment.monthly-wage", 250_000)
                .code("hello-work.office", "hello-work-office", "49511000000010000003829")
                .content();
    }
}
