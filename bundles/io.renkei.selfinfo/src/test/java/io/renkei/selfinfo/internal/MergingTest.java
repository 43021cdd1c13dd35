package io.renkei.selfinfo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.catalogue.internal.LiveCatalogue;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.QuestionStore.Part;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergingTest {

    private static final SelfInformationNumber ITEM = new SelfInformationNumber("3-2");
    private static final Instant OLDER = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-04-01T00:00:00Z");
    private static final ItemAnswer PENDING = new ItemAnswer.Pending();
    private static final ItemAnswer NO_DATA = new ItemAnswer.NoData(AS_OF);
    private static final ItemAnswer HIDDEN = new ItemAnswer.Undisclosed(AS_OF);
    private static final ItemAnswer FAILED = new ItemAnswer.Failed("SELFINFO-004");
    private static final ItemAnswer FOUND = found(AS_OF);

    private final Merging merging = new Merging(LiveCatalogue.of(Path.of("../../config/catalogue")));

    @Test
    void whatOneAgencySaysIsTheAnswer() {
        for (ItemAnswer answer : List.of(PENDING, NO_DATA, HIDDEN, FAILED, FOUND)) {
            assertEquals(answer, merge(answer));
        }
    }

    @Test
    void itIsPendingWhileOneAgencyIs() {
        assertEquals(PENDING, merge(FOUND, PENDING));
        assertEquals(PENDING, merge(PENDING, FAILED));
    }

    @Test
    void whatNobodyFoundHasFailedIfSomebodyCouldNotSay() {
        assertEquals(FAILED, merge(NO_DATA, FAILED));
        assertEquals(FAILED, merge(HIDDEN, FAILED));
        assertEquals(HIDDEN, merge(NO_DATA, HIDDEN));
        assertEquals(NO_DATA, merge(NO_DATA, NO_DATA));
    }

    @Test
    void whatOneFoundCountsAsItIsIfTheOthersHaveNothing() {
        assertEquals(FOUND, merge(NO_DATA, FOUND));
    }

    @Test
    void whatSeveralFoundStandsUnderEachAsOfTheOldest() {
        ItemAnswer.Found found = (ItemAnswer.Found) merge(FOUND, found(OLDER));
        assertEquals(OLDER, found.asOf());
        assertEquals(
                List.of("agency-1", "agency-2"),
                found.values().stream().map(AttributeNode::code).toList());
    }

    private ItemAnswer merge(ItemAnswer... answers) {
        List<Part> parts = new ArrayList<>();
        for (ItemAnswer answer : answers) {
            parts.add(new Part(ITEM, Optional.of(new DestinationId("agency-" + (parts.size() + 1))), answer));
        }
        return merging.byItem(parts).get(ITEM);
    }

    private static ItemAnswer found(Instant asOf) {
        return new ItemAnswer.Found(List.of(new AttributeNode("100", "支給額", Optional.of("1"), List.of())), asOf);
    }
}
