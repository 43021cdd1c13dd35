package io.renkei.testkit;

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
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A filing with one item. */
record ToyTask(FilingKey filing) implements DispatchTask {

    static ToyTask fresh() {
        return new ToyTask(new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), new Random()), 1));
    }

    @Override
    public ProcedureId procedure() {
        return new ProcedureId("1");
    }

    @Override
    public DestinationId destination() {
        return ToyConnector.TOY;
    }

    @Override
    public PartnerId sender() {
        return new PartnerId("acme");
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
        return Sha256.of("申請".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public FilingContent content() {
        return new FilingContent(Map.of(new ItemId("employee.name"), new ItemValue.Text("髙橋　花子")));
    }

    @Override
    public String originalFormat() {
        return "";
    }

    @Override
    public List<Part> parts() {
        return List.of();
    }

    @Override
    public byte[] bytes(Part part) {
        return new byte[0];
    }
}
