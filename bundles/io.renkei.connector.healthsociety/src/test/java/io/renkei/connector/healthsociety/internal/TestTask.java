package io.renkei.connector.healthsociety.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.IndividualNumber;
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

/** One filing of a hire. */
record TestTask(
        FilingKey filing, ProcedureId procedure, FilingContent content, String originalFormat, Map<Part, byte[]> files)
        implements DispatchTask {

    static final DestinationId DESTINATION = new DestinationId("health-insurance-society.06130012");
    static final String PATH = "/society/06130012";
    static final String ORDER = "society/refuse";
    static final PartnerId ACME = new PartnerId("acme");
    static final Sha256 DIGEST = Sha256.of("原本".getBytes(StandardCharsets.UTF_8));

    static TestTask fresh() {
        return of(new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), new Random()), 2));
    }

    static TestTask of(FilingKey filing) {
        byte[] attachment = "労働条件通知書".getBytes(StandardCharsets.UTF_8);
        Part part = new Part("contract", "契約書.txt", false, "text/plain", attachment.length, Sha256.of(attachment));
        return new TestTask(
                filing,
                new ProcedureId(SocietyRequest.PROCEDURE),
                new FilingContent(items()),
                "",
                Map.of(part, attachment));
    }

    TestTask with(String item, ItemValue value) {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>(content.items());
        items.put(new ItemId(item), value);
        return new TestTask(filing, procedure, new FilingContent(items), originalFormat, files);
    }

    TestTask without(String item) {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>(content.items());
        items.remove(new ItemId(item));
        return new TestTask(filing, procedure, new FilingContent(items), originalFormat, files);
    }

    private static Map<ItemId, ItemValue> items() {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        put(items, "employer.corporate-number", new ItemValue.Corporate(new CorporateNumber("7010001000000")));
        text(items, "employer.name", "試験商事株式会社");
        put(items, "employer.name.kana", new ItemValue.Kana("シケンショウジ"));
        text(items, "employer.postal-code", "1000001");
        put(items, "employer.prefecture", new ItemValue.Code("jis-prefecture", "13"));
        text(items, "employer.address", "千代田区千代田１－１");
        put(items, "employer.address.kana", new ItemValue.Kana("チヨダクチヨダ"));
        text(items, "employer.phone", "03-0000-0000");
        text(items, "employer.representative", "試験　花子");
        text(items, "employee.name", "見本　太郎");
        put(items, "employee.name.kana", new ItemValue.Kana("ミホン　ジローヴァ"));
        put(items, "employee.birth-date", new ItemValue.Date(LocalDate.of(1995, 4, 1)));
        put(items, "employee.sex", new ItemValue.Code("sex", "male"));
        text(items, "employee.postal-code", "5300001");
        put(items, "employee.prefecture", new ItemValue.Code("jis-prefecture", "27"));
        text(items, "employee.address", "大阪市北区梅田2-2 A棟");
        put(items, "employee.address.kana", new ItemValue.Kana("オオサカシキタクウメダ"));
        put(items, "employee.individual-number", new ItemValue.Individual(new IndividualNumber("123456789018")));
        put(items, "employment.start", new ItemValue.Date(LocalDate.of(2026, 7, 1)));
        put(items, "employment.monthly-wage", new ItemValue.Money(300_000));
        put(items, "insurance.office-prefecture", new ItemValue.Code("jis-prefecture", "13"));
        text(items, "insurance.office-region", "01");
        text(items, "insurance.office-sign", "ケイト");
        text(items, "insurance.office-number", "123");
        text(items, "insurance.basic-pension-number", "1234-567890");
        put(items, "insurance.dependants", new ItemValue.Code("yes-no", "no"));
        return items;
    }

    private static void text(Map<ItemId, ItemValue> items, String id, String value) {
        put(items, id, new ItemValue.Text(value));
    }

    private static void put(Map<ItemId, ItemValue> items, String id, ItemValue value) {
        items.put(new ItemId(id), value);
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

    @Override
    public Instant arrived() {
        return Instant.parse("2026-06-30T15:30:00Z");
    }

    @Override
    public Sha256 packageDigest() {
        return DIGEST;
    }

    @Override
    public List<Part> parts() {
        return List.copyOf(files.keySet());
    }

    @Override
    public byte[] bytes(Part part) {
        return files.get(part);
    }
}
