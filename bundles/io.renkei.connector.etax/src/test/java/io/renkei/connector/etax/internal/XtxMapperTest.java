package io.renkei.connector.etax.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.IndividualNumber;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.testkit.FilingTask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XtxMapperTest {

    private static final FilingKey KEY = FilingTask.key(new Random(1));
    private static final LocalDate DAY = LocalDate.of(2026, 7, 2);

    private final XtxMapper mapper = new XtxMapper(
            TestConfig.settings("http://localhost:9443/etax", Map.of()).form());

    @Test
    void writesProcedure18AsTheGoldenFile() throws IOException, ItemRefused {
        XtxMapper.Xtx xtx = map(TestTask.content(Map.of()));
        String golden = golden().replace("FILING-KEY", KEY.toString());
        assertEquals(golden, readable(new String(xtx.bytes(), StandardCharsets.UTF_8)));
        assertEquals("1234567890123456", xtx.filerId());
        assertArrayEquals(xtx.bytes(), map(TestTask.content(Map.of())).bytes());
    }

    @Test
    void anIndividualNumberNeverStandsInTheFile() throws ItemRefused {
        Map<String, ItemValue> more =
                Map.of("employee.individual-number", new ItemValue.Individual(new IndividualNumber("123456789018")));
        String xtx = new String(map(TestTask.content(more)).bytes(), StandardCharsets.UTF_8);
        assertFalse(xtx.contains("123456789018"));
    }

    @Test
    void aCharacterThatTheTaxOfficeLacksIsRefusedWithItsPlace() {
        Refused refused = refused(Map.of("employer.representative", new ItemValue.Text("代表　髙子")));
        assertEquals("ETAX-020", refused.code());
        assertEquals("employer.representative:4", refused.place());
        assertTrue(refused.sentence().contains("項目の4文字目"), refused.sentence());
        assertTrue(refused.sentence().contains("Character 4 of the item"), refused.sentence());
        assertFalse(refused.sentence().contains("髙"));
    }

    @Test
    void positionsCountCodePoints() {
        assertEquals(
                "employer.name:2",
                refused(Map.of("employer.name", new ItemValue.Text("野𠮷家"))).place());
        assertEquals(3, EtaxText.firstLacking("野家\uDB40\uDD00①").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "髙", "﨑", "亝", "№", "㊤", "Ⅲ", "℡", "㍼", "㎝", "①", "⑳", "㈱", "繫", "㉑", "ゔ", "ｱ", "｡", "\t", "\n",
                "\u0000", "¥", "é", "\uFEFF", "\uD842"
            })
    void refuses(String character) {
        assertEquals(1, EtaxText.firstLacking(character).orElse(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"あいうえお", "高崎", "凜熙", "－～∥￠￡￢", "〜−", "　", "ＡＢＣ１２３", "abc 123-<>&\"'", "ヴヵヶ", "々〆〇"})
    void takes(String text) {
        assertTrue(EtaxText.firstLacking(text).isEmpty());
    }

    @Test
    void whatIsMissingOrOddIsRefusedByItem() {
        Map<ItemId, ItemValue> items =
                new LinkedHashMap<>(TestTask.content(Map.of()).items());
        items.remove(new ItemId("tax.filer-id"));
        Refused missing = assertThrows(ItemRefused.class, () -> map(new FilingContent(items)))
                .outcome();
        assertEquals("ETAX-021", missing.code());
        assertEquals("tax.filer-id", missing.place());
        for (Map.Entry<String, ItemValue> odd : Map.<String, ItemValue>of(
                        "tax.filer-id", new ItemValue.Text("12"),
                        "tax.payroll-office.change", new ItemValue.Code("payroll-change", "sell"),
                        "employer.prefecture", new ItemValue.Code("jis-prefecture", "48"),
                        "tax.payroll-office.start", new ItemValue.Date(LocalDate.of(1800, 1, 1)),
                        "employer.name", new ItemValue.Money(1))
                .entrySet()) {
            Refused refused = refused(Map.of(odd.getKey(), odd.getValue()));
            assertEquals("ETAX-022", refused.code());
            assertEquals(odd.getKey(), refused.place());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1912-07-29, 1, 45",
        "1912-07-30, 2, 1",
        "1926-12-24, 2, 15",
        "1926-12-25, 3, 1",
        "1989-01-07, 3, 64",
        "1989-01-08, 4, 1",
        "2019-04-30, 4, 31",
        "2019-05-01, 5, 1",
        "2026-07-02, 5, 8"
    })
    void anEraBeginsOnItsFirstDay(LocalDate day, int era, int year) {
        EtaxEra japanese = EtaxEra.of(day).orElseThrow();
        assertEquals(era, japanese.era());
        assertEquals(year, japanese.year());
    }

    private Refused refused(Map<String, ItemValue> changed) {
        return assertThrows(ItemRefused.class, () -> map(TestTask.content(changed)))
                .outcome();
    }

    private XtxMapper.Xtx map(FilingContent content) throws ItemRefused {
        return mapper.map(KEY, FilingTask.DIGEST, DAY, content);
    }

    /** One element a line, to be read in a difference. */
    private static String readable(String xtx) {
        return xtx.replaceAll("><", ">\n<") + "\n";
    }

    private static String golden() throws IOException {
        try (InputStream in = XtxMapperTest.class.getResourceAsStream("procedure-18.xtx")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
