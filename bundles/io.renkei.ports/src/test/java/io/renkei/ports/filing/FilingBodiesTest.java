package io.renkei.ports.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.IndividualNumber;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.DispatchTask;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilingBodiesTest {

    private static final String EMPTY = "{\"version\":1,\"originalFormat\":\"\",\"items\":{},\"parts\":[]}";

    @Test
    void everyTypeOfItemComesBackInItsOrder() {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        items.put(new ItemId("z.text"), new ItemValue.Text("𠮷野家 \"髙\"\n葛󠄀"));
        items.put(new ItemId("employee.name.kana"), new ItemValue.Kana("ヤマダ　ハナコ"));
        items.put(new ItemId("employee.birth-date"), new ItemValue.Date(LocalDate.of(1990, 4, 1)));
        items.put(new ItemId("employment.monthly-wage"), new ItemValue.Money(-1));
        items.put(new ItemId("employee.sex"), new ItemValue.Code("sex", "female"));
        items.put(new ItemId("employer.corporate-number"), new ItemValue.Corporate(corporate()));
        items.put(new ItemId("employee.individual-number"), new ItemValue.Individual(individual()));
        items.put(new ItemId("a.attachment"), new ItemValue.AttachmentRef("a1"));
        FilingContent dependant = new FilingContent(Map.of(new ItemId("name"), new ItemValue.Text("山田 太郎")));
        items.put(
                new ItemId("dependants"),
                new ItemValue.Group(List.of(dependant, new FilingContent(Map.of()), dependant)));
        DispatchTask.Part part =
                new DispatchTask.Part("a1", "添付/履歴書.pdf", true, "application/pdf", 3L << 30, Sha256.of(new byte[] {1}));
        FilingBody body = new FilingBody(new FilingContent(items), "egov", List.of(part, part));

        FilingBody read = FilingBodies.read(FilingBodies.write(body));

        assertEquals(body, read);
        assertEquals(
                new ArrayList<>(items.keySet()),
                new ArrayList<>(read.content().items().keySet()));
    }

    @Test
    void theVersionStandsFirst() {
        byte[] written = FilingBodies.write(new FilingBody(new FilingContent(Map.of()), "", List.of()));
        assertEquals(EMPTY, new String(written, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"version\":2,\"originalFormat\":\"\",\"items\":{},\"parts\":[]}",
                "{\"version\":1.0,\"originalFormat\":\"\",\"items\":{},\"parts\":[]}",
                "{\"version\":99999999999999999999,\"originalFormat\":\"\",\"items\":{},\"parts\":[]}",
                "{\"originalFormat\":\"\",\"version\":1,\"items\":{},\"parts\":[]}",
                "{\"version\":1,\"version\":1,\"originalFormat\":\"\",\"items\":{},\"parts\":[]}",
                "{\"version\":1,\"originalFormat\":\"\",\"items\":{},\"parts\":[],\"more\":1}",
                "{\"version\":1,\"originalFormat\":\"\",\"items\":{},\"parts\":[]} {}",
                "{\"version\":1,\"originalFormat\":\"\",\"items\":{\"a\":{\"text\":\"秘密\"},\"a\":{\"text\":\"秘密\"}},\"parts\":[]}",
                "{\"version\":1,\"originalFormat\":\"\",\"items\":{\"a\":{\"text\":\"秘密\",\"kana\":\"ア\"}},\"parts\":[]}",
                "{\"version\":1,\"originalFormat\":\"\",\"items\":{\"a\":{\"colour\":\"秘密\"}},\"parts\":[]}",
                "{\"version\":1,\"originalFormat\":\"\",\"items\":{\"a\":{\"date\":\"秘密\"}},\"parts\":[]}",
                "{\"version\":1,\"originalFormat\":\"\",\"items\":{\"a\":{\"date\":\"2025-02-30\"}},\"parts\":[]}",
                "{\"version\":1,\"originalFormat\":\"\",\"items\":{\"a\":{\"kana\":\"秘密\"}},\"parts\":[]}",
                "{\"version\":1,\"originalFormat\":\"\",\"items\":{\"a\":{\"money\":99999999999999999999}},\"parts\":[]}",
                "{\"version\":1,\"originalFormat\":\"\",\"items\":{\"秘密\":{\"text\":\"\"}},\"parts\":[]}",
                "{\"version\":1,\"originalFormat\":\"\",\"items\":{\"a\":{\"text\":秘密}},\"parts\":[]}",
                "{\"version\":1,\"originalFormat\":\"\",\"items\":{\"a\":{\"text\":\"秘密",
                "{\"version\":1,\"originalFormat\":null,\"items\":{},\"parts\":[]}"
            })
    void whateverIsNotWrittenIsRefusedWithoutRepeatingIt(String text) {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> FilingBodies.read(text.getBytes(StandardCharsets.UTF_8)));
        assertFalse(refusal.getMessage().contains("秘密"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("秘"), refusal.getMessage());
    }

    @Test
    void groupsAreBoundedInDepth() {
        FilingContent content = new FilingContent(Map.of());
        for (int i = 0; i <= FilingBodies.MAX_DEPTH; i++) {
            content = new FilingContent(Map.of(new ItemId("g"), new ItemValue.Group(List.of(content))));
        }
        FilingBody deep = new FilingBody(content, "", List.of());
        assertThrows(IllegalArgumentException.class, () -> FilingBodies.write(deep));
        String open = "{\"g\":{\"group\":[".repeat(20_000);
        String text = "{\"version\":1,\"originalFormat\":\"\",\"items\":" + open;
        assertThrows(IllegalArgumentException.class, () -> FilingBodies.read(text.getBytes(StandardCharsets.UTF_8)));
        assertTrue(open.length() > 100_000);
    }

    private static CorporateNumber corporate() {
        return new CorporateNumber("7000012050002");
    }

    private static IndividualNumber individual() {
        String body = "12345678901";
        for (int digit = 0; digit < 9; digit++) {
            try {
                return new IndividualNumber(body + digit);
            } catch (IllegalArgumentException e) {
                // The check digit is another one.
            }
        }
        return new IndividualNumber(body + 9);
    }
}
