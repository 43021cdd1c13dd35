package io.renkei.connector.egov.internal;

import io.renkei.api.model.ArrivalNumber;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One filing of a hire, for procedure 12. */
record TestTask(
        FilingKey filing,
        ProcedureId procedure,
        DestinationId destination,
        PartnerId sender,
        String originalFormat,
        Map<Part, byte[]> files)
        implements DispatchTask {

    static final DestinationId HELLO_WORK = new DestinationId("hello-work");
    static final PartnerId ACME = new PartnerId("acme");
    static final Sha256 DIGEST = Sha256.of("原本".getBytes(StandardCharsets.UTF_8));

    static TestTask fresh() {
        return of(new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), new Random()), 2));
    }

    static TestTask of(FilingKey filing) {
        byte[] attachment = "労働条件通知書".getBytes(StandardCharsets.UTF_8);
        Part part = new Part("contract", "契約書.txt", false, "text/plain", attachment.length, Sha256.of(attachment));
        return new TestTask(filing, new ProcedureId("12"), HELLO_WORK, ACME, "", Map.of(part, attachment));
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public Instant arrived() {
        return Instant.EPOCH;
    }

    @Override
    public Sha256 packageDigest() {
        return DIGEST;
    }

    @Override
    public FilingContent content() {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        items.put(new ItemId("employer.name"), new ItemValue.Text("試験＆サンプル株式会社"));
        items.put(new ItemId("employer.representative"), new ItemValue.Text("代表　太郎"));
        items.put(new ItemId("employee.name"), new ItemValue.Text("髙橋　花子"));
        items.put(new ItemId("employee.name.kana"), new ItemValue.Kana("タカハシ　ハナコ"));
        items.put(new ItemId("employee.birth-date"), new ItemValue.Date(LocalDate.of(1990, 4, 1)));
        items.put(new ItemId("employment.monthly-wage"), new ItemValue.Money(250_000));
        items.put(new ItemId("hello-work.office"), new ItemValue.Code("hello-work-office", "49511000000010000003829"));
        return new FilingContent(items);
    }

    @Override
    public List<Part> parts() {
        return new ArrayList<>(files.keySet());
    }

    @Override
    public byte[] bytes(Part part) {
        return files.get(part);
    }
}
