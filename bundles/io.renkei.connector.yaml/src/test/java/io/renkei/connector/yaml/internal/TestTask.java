package io.renkei.connector.yaml.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.DispatchTask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One filing of a hire, for procedure 18. */
record TestTask(FilingKey filing, ProcedureId procedure, FilingContent content, List<Part> parts)
        implements DispatchTask {

    static final DestinationId DESTINATION = new DestinationId("e-tax");
    static final PartnerId ACME = new PartnerId("acme");
    static final Sha256 DIGEST = Sha256.of("原本".getBytes(StandardCharsets.UTF_8));

    static TestTask fresh() {
        return of(drawn(new Random()), Map.of());
    }

    static FilingKey drawn(Random random) {
        return new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), random), 3);
    }

    /** @param changed items in place of the usual ones */
    static TestTask of(FilingKey filing, Map<String, ItemValue> changed) {
        return new TestTask(filing, new ProcedureId("18"), content(changed), List.of());
    }

    static FilingContent content(Map<String, ItemValue> changed) {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        items.put(
                new ItemId("employer.corporate-number"), new ItemValue.Corporate(new CorporateNumber("6000012345674")));
        put(items, "employer.name", "試験＆サンプル株式会社");
        kana(items, "employer.name.kana", "シケンアンドサンプルカブシキガイシャ");
        put(items, "employer.postal-code", "1000001");
        code(items, "employer.prefecture", "jis-prefecture", "13");
        put(items, "employer.address", "千代田区千代田１－１－１　<試験>ビル");
        kana(items, "employer.address.kana", "チヨダク　チヨダ");
        put(items, "employer.phone", "03-0000-0000");
        put(items, "employer.representative", "代表　太郎");
        code(items, "tax.office-code", "tax-office", "01101");
        put(items, "tax.office-name", "麹町");
        put(items, "tax.filer-id", "1234567890123456");
        code(items, "tax.payroll-office.change", "payroll-change", "open");
        items.put(new ItemId("tax.payroll-office.start"), new ItemValue.Date(LocalDate.of(2019, 5, 1)));
        changed.forEach((item, value) -> items.put(new ItemId(item), value));
        return new FilingContent(items);
    }

    @Override
    public DestinationId destination() {
        return DESTINATION;
    }

    @Override
    public PartnerId sender() {
        return ACME;
    }

    @Override
    public int attempt() {
        return 1;
    }

    /** Already the second of July in Japan. */
    @Override
    public Instant arrived() {
        return Instant.parse("2026-07-01T15:00:00Z");
    }

    @Override
    public Sha256 packageDigest() {
        return DIGEST;
    }

    @Override
    public String originalFormat() {
        return "";
    }

    @Override
    public byte[] bytes(Part part) {
        return new byte[0];
    }

    private static void put(Map<ItemId, ItemValue> items, String item, String text) {
        items.put(new ItemId(item), new ItemValue.Text(text));
    }

    private static void kana(Map<ItemId, ItemValue> items, String item, String text) {
        items.put(new ItemId(item), new ItemValue.Kana(text));
    }

    private static void code(Map<ItemId, ItemValue> items, String item, String list, String value) {
        items.put(new ItemId(item), new ItemValue.Code(list, value));
    }
}
