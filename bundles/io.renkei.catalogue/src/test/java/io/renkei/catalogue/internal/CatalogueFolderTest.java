package io.renkei.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ProcedureId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueFolderTest {

    @Test
    void allFaultsOfAllFilesAreToldAtOnceInTheirTerms() throws Exception {
        Folders folder = Folders.copyOf(Samples.SHIPPED)
                .replace("items.yaml", "type: money", "type: gold")
                .replace("items.yaml", "list: sex", "list: gender")
                .replace("items.yaml", "pattern: '[0-9]{7}'", "pattern: '[0-9'")
                .replace("codes.yaml", "check-digit: local-government", "check-digit: luhn")
                .replace("life-events.yaml", "life-events:\n", "life-events:\n  marriage:\n    name: 結婚\n")
                .replace("destinations.yaml", "retention: unknown", "retention: forever")
                .replace("destinations.yaml", "  eltax:", "  eltax2:")
                .replace("procedures.yaml", "- employer.name\n", "- employer.nickname\n")
                .replace("procedures.yaml", "life-events: [hire]", "life-events: [hiring]")
                .replace("procedures.yaml", "number: \"3\"", "number: \"2\"")
                .replace("procedures.yaml", "{from: 2022-10-01}", "{from: yesterday}")
                .replace("procedures.yaml", "second-and-later: false", "second-and-later: perhaps")
                .replace("procedures.yaml", "{insurance.society-number}", "{insurance.society}");
        var refusal = assertThrows(CatalogueRefused.class, () -> new CatalogueFolder(folder.path()).read());
        for (String fault : List.of(
                "items.yaml: items.employment.monthly-wage.type: \"gold\" is unknown here",
                "items.yaml: items.employee.sex: the code list gender is not in codes.yaml.",
                "items.yaml: items.employer.postal-code.pattern: is no regular expression.",
                "codes.yaml: lists.municipality.check-digit: \"luhn\" is unknown here",
                "life-events.yaml: life-events.marriage: no procedure belongs to it.",
                "destinations.yaml: destinations.social-insurance-online.retention: is no map",
                "procedures.yaml: procedure 22.destinations[1].to: the destination eltax is not in destinations.yaml.",
                "procedures.yaml: procedure 1.items: the item employer.nickname is not in items.yaml.",
                "procedures.yaml: procedure 1.life-events[1]: the life event hiring is not in life-events.yaml.",
                "procedures.yaml: procedure 2.valid: overlaps another period of the same procedure",
                "procedures.yaml: procedure 2.official-ids[1].valid.from: is no day",
                "procedures.yaml: procedure 1.second-and-later: is neither true nor false.",
                "procedures.yaml: procedure 1.destinations[2].to: the item insurance.society is not in items.yaml.")) {
            assertTrue(
                    refusal.faults().stream().anyMatch(line -> line.startsWith(fault)),
                    fault + "\nis not in\n" + refusal.getMessage());
        }
    }

    @Test
    void aKeyThatStandsTwiceAndAKeyThatNobodyReadsAreFaults() throws Exception {
        Folders folder = Folders.copyOf(Samples.SHIPPED)
                .replace("codes.yaml", "  yes-no:", "  sex:\n    name: 性\n    values: {}\n  yes-no:");
        assertTrue(refusal(folder).startsWith("codes.yaml: line "), refusal(folder));
        folder = Folders.copyOf(Samples.SHIPPED).replace("life-events.yaml", "    name: 従業員の採用", "    nome: 従業員の採用");
        assertTrue(refusal(folder).contains("life-events.hire.nome: is no key here; use name."), refusal(folder));
        folder = Folders.copyOf(Samples.SHIPPED).replace("items.yaml", "version: 1", "version: 2");
        assertTrue(refusal(folder).contains("items.yaml: version"), refusal(folder));
    }

    @Test
    void periodsThatMeetDoNotOverlap() throws Exception {
        Folders folder = Folders.copyOf(Samples.SHIPPED).replace("procedures.yaml", "procedures:\n", """
                        procedures:
                          - number: "18"
                            name: 旧い届出書
                            category: tax
                            life-events: [hire]
                            valid: {until: 2020-11-01}
                            destinations: [{to: e-tax}]
                            items: unknown
                        """);
        assertEquals(
                2,
                new CatalogueFolder(folder.path())
                        .read()
                        .procedures()
                        .get(new ProcedureId("18"))
                        .size());
    }

    @Test
    void aMissingFolderIsToldFileByFile() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> LiveCatalogue.of(Path.of("target/nowhere")));
        assertEquals(
                CatalogueFolder.FILES.size(),
                refusal.getMessage()
                        .lines()
                        .filter(line -> line.startsWith("- "))
                        .count());
    }

    @Test
    void aChangeIsTakenUpOnceItStandsStillAndAFaultyOneIsNot() throws Exception {
        Folders folder = Folders.copyOf(Samples.SHIPPED);
        LiveCatalogue live = LiveCatalogue.of(folder.path());
        String first = live.version();

        folder.replace("procedures.yaml", "name: 雇用保険 被保険者資格取得届", "name: 雇用保険 資格取得届");
        live.look();
        assertEquals(first, live.version());
        live.look();
        String second = live.version();
        assertNotEquals(first, second);
        assertEquals(Optional.of("雇用保険 資格取得届"), live.procedureName(new ProcedureId("12")));

        folder.write("codes.yaml", "version: 1\nlists: {}\n");
        live.look();
        live.look();
        live.look();
        assertEquals(second, live.version());
        Files.delete(folder.path().resolve("items.yaml"));
        live.look();
        live.look();
        assertEquals(second, live.version());
        assertThrows(IllegalArgumentException.class, () -> LiveCatalogue.of(folder.path()));
    }

    private static String refusal(Folders folder) {
        var refusal = assertThrows(CatalogueRefused.class, () -> new CatalogueFolder(folder.path()).read());
        return String.join("\n", refusal.faults());
    }
}
