package io.renkei.connector.etax.internal;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.testkit.FilingTask;
import io.renkei.testkit.Items;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Filings of a hire, for procedure 18. */
final class TestTask {

    private TestTask() {}

    /** With a key that no other has; it came when it was already the second of July in Japan. */
    static FilingTask fresh() {
        return FilingTask.of(EtaxSettings.DESTINATION, new ProcedureId("18"), content(Map.of()))
                .arrived(Instant.parse("2026-07-01T15:00:00Z"));
    }

    /** @param changed items in place of the usual ones */
    static FilingContent content(Map<String, ItemValue> changed) {
        return new Items()
                .put("employer.corporate-number", new ItemValue.Corporate(new CorporateNumber("6000012345674")))
                .text("employer.name", "試験＆サンプル株式会社")
                .kana("employer.name.kana", "シケンアンドサンプルカブシキガイシャ")
                .text("employer.postal-code", "1000001")
                .code("employer.prefecture", "jis-prefecture", "13")
                .text("employer.address", "千代田区千代田１－１－１　<試験>ビル")
                .kana("employer.address.kana", "チヨダク　チヨダ")
                .text("employer.phone", "03-0000-0000")
                .text("employer.representative", "代表　太郎")
                .code("tax.office-code", "tax-office", "01101")
                .text("tax.office-name", "麹町")
                .text("tax.filer-id", "1234567890123456")
                .code("tax.payroll-office.change", "payroll-change", "open")
                .date("tax.payroll-office.start", LocalDate.of(2019, 5, 1))
                .putAll(changed)
                .content();
    }
}
