package io.renkei.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.selfinfo.SelfInformationItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelfInformationTest {

    private static final String AGENCIES = """
            version: 1
            agencies:
              municipality.131130:
                name: 渋谷区
                hours:
                  mon-fri: ["08:30-17:15"]
              municipality.131121:
                name: 世田谷区
              pension-service:
                name: 日本年金機構
            """;

    @Test
    void theSixtyOneItemsAreThereInTheOrderOfTheirNumbersAndNoAgencyIsLinkedUnasked() {
        List<SelfInformationItem> items = LiveCatalogue.of(Samples.SHIPPED).all();
        assertEquals(61, items.size());
        assertEquals(
                items,
                items.stream()
                        .sorted((a, b) -> a.number().compareTo(b.number()))
                        .toList());
        assertEquals("7-9", items.get(60).number().value());
        assertTrue(items.stream().allMatch(item -> item.sources().isEmpty()));
        assertFalse(items.stream().anyMatch(item -> item.nameEn().isBlank()));
    }

    @Test
    void aKindOfAgencyIsEachOneThatIsLinked() throws Exception {
        LiveCatalogue catalogue = LiveCatalogue.of(
                Folders.copyOf(Samples.SHIPPED).write("agencies.yaml", AGENCIES).path());
        SelfInformationItem tax = catalogue.find(new SelfInformationNumber("2")).orElseThrow();
        assertEquals(
                List.of(new DestinationId("municipality.131121"), new DestinationId("municipality.131130")),
                tax.sources());
        assertEquals(Optional.of(new InformationCode("TM00000000000002")), tax.code());
        assertEquals(
                List.of(new DestinationId("pension-service")),
                catalogue.find(new SelfInformationNumber("7-3")).orElseThrow().sources());
        assertEquals(Optional.empty(), catalogue.find(new SelfInformationNumber("8")));
    }

    @Test
    void anAgencyHasANameAndHoursLikeADestination() throws Exception {
        LiveCatalogue catalogue = LiveCatalogue.of(
                Folders.copyOf(Samples.SHIPPED).write("agencies.yaml", AGENCIES).path());
        DestinationId shibuya = new DestinationId("municipality.131130");
        assertEquals(Optional.of("渋谷区"), catalogue.destinationName(shibuya));
        assertFalse(catalogue
                .opening(shibuya, Instant.parse("2026-11-28T01:00:00Z"))
                .open());
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws Exception {
        Folders folder = Folders.copyOf(Samples.SHIPPED)
                .write("agencies.yaml", "version: 1\nagencies:\n  e-tax:\n    name: 国税庁\n  Pension:\n    name: 年金\n")
                .replace("self-information.yaml", "code: TM00000000000002", "code: TM2")
                .replace("self-information.yaml", "number: \"3-1\"", "number: \"3-01\"")
                .replace("self-information.yaml", "number: \"3-3\"", "number: \"3-2\"")
                .replace("self-information.yaml", "    name-en: \"Vaccinations\"\n", "");
        var refusal = assertThrows(CatalogueRefused.class, () -> new CatalogueFolder(folder.path()).read());
        for (String fault : List.of(
                "agencies.yaml: agencies.e-tax: stands in destinations.yaml as well",
                "agencies.yaml: agencies.Pension: a destination id is",
                "self-information.yaml: item 2.code: a code of personal information is TM and 14 digits.",
                "self-information.yaml: items[3].number: not the number of an item",
                "self-information.yaml: item 3-2: stands there twice.",
                "self-information.yaml: item 3-4.name-en: is missing.")) {
            assertTrue(
                    refusal.faults().stream().anyMatch(line -> line.startsWith(fault)),
                    fault + "\nis not in\n" + refusal.getMessage());
        }
    }

    @Test
    void aChangeIsTakenUpLive() throws Exception {
        Folders folder = Folders.copyOf(Samples.SHIPPED);
        LiveCatalogue live = LiveCatalogue.of(folder.path());
        folder.write("agencies.yaml", AGENCIES);
        live.look();
        live.look();
        assertEquals(
                2,
                live.find(new SelfInformationNumber("1"))
                        .orElseThrow()
                        .sources()
                        .size());
    }
}
