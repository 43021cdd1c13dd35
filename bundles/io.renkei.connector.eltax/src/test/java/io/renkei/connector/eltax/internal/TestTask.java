package io.renkei.connector.eltax.internal;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.IndividualNumber;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.testkit.FilingTask;
import io.renkei.testkit.Items;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Filings of a hire. */
final class TestTask {

    static final DestinationId DESTINATION = new DestinationId("eltax");
    static final String PATH = "/eltax";

    private TestTask() {}

    /** With a key that no other has, and an attachment. */
    static FilingTask fresh() {
        return FilingTask.of(DESTINATION, new ProcedureId(EltaxRequest.PROCEDURE), content())
                .with("contract", "契約書.txt", "text/plain", "労働条件通知書".getBytes(StandardCharsets.UTF_8));
    }

    private static FilingContent content() {
        return new Items()
                .put("employer.corporate-number", new ItemValue.Corporate(new CorporateNumber("7010001000000")))
                .text("employer.name", "試験商事株式会社")
                .kana("employer.name.kana", "シケンショウジ")
                .text("employer.postal-code", "1000001")
                .code("employer.prefecture", "jis-prefecture", "13")
                .text("employer.address", "千代田区千代田１－１")
                .kana("employer.address.kana", "チヨダクチヨダ")
                .text("employer.phone", "03-0000-0000")
                .text("employer.representative", "試験　花子")
                .text("employee.name", "見本　太郎")
                .kana("employee.name.kana", "ミホン　ジローヴァ")
                .date("employee.birth-date", LocalDate.of(1995, 4, 1))
                .code("employee.sex", "sex", "male")
                .text("employee.postal-code", "5300001")
                .code("employee.prefecture", "jis-prefecture", "27")
                .text("employee.address", "大阪市北区梅田2-2 A棟")
                .kana("employee.address.kana", "オオサカシキタクウメダ")
                .put("employee.individual-number", new ItemValue.Individual(new IndividualNumber("123456789018")))
                .date("employment.start", LocalDate.of(2026, 7, 1))
                .money("employment.monthly-wage", 300_000)
                .code("local-tax.municipality", "municipality", "131130")
                .text("local-tax.designation-number", "0000123")
                .date("local-tax.first-month", LocalDate.of(2026, 7, 1))
                .content();
    }
}
