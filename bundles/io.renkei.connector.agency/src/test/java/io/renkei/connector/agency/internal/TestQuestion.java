package io.renkei.connector.agency.internal;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.LinkageCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource.Item;
import io.renkei.api.spi.AttributeSource.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A question about three items, each under another condition. */
final class TestQuestion {

    static final SelfInformationNumber HOUSEHOLD = new SelfInformationNumber("1");
    static final SelfInformationNumber TAX = new SelfInformationNumber("2");
    static final SelfInformationNumber DISEASE = new SelfInformationNumber("3-19");

    static final UUID REFERENCE = UUID.fromString("0b8d5f7e-0000-4000-8000-000000000001");

    static final Map<InformationCode, SelfInformationNumber> CODED = Map.of(
            code("TM00000000000001"), HOUSEHOLD,
            code("TM00000000000002"), TAX,
            code("TM00000000000082"), DISEASE);

    private TestQuestion() {}

    static Question of(UUID reference, LinkageCode person) {
        return new Question(
                reference,
                person,
                Map.of(
                        HOUSEHOLD, item(new AttributeCondition.At(LocalDate.of(2026, 3, 31)), "TM00000000000001"),
                        TAX, item(new AttributeCondition.Latest(), "TM00000000000002"),
                        DISEASE,
                                item(
                                        new AttributeCondition.Range(
                                                LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)),
                                        "TM00000000000082")),
                Instant.parse("2026-04-01T00:30:00.123Z"));
    }

    private static Item item(AttributeCondition condition, String code) {
        return new Item(condition, Optional.of(code(code)));
    }

    private static InformationCode code(String text) {
        return new InformationCode(text);
    }
}
