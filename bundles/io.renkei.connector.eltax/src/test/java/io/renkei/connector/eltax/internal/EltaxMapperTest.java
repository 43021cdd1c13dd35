package io.renkei.connector.eltax.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ItemValue;
import io.renkei.testkit.FilingTask;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EltaxMapperTest {

    private static final FilingTask TASK =
            TestTask.fresh().as(new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), new Random(1)), 2));

    @Test
    void writesTheDocumentAsRecorded() throws Exception {
        try (InputStream in = EltaxMapperTest.class.getResourceAsStream("filing-22.xml")) {
            String golden = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replace("@KEY@", TASK.filing().toString())
                    .replace("@DIGEST@", FilingTask.DIGEST.hex());
            assertEquals(golden, written(TASK, Map.of("契約書.txt", "5Yq05YON")));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "characters.csv", quoteCharacter = '\u0001')
    void takesJisX0208AndNothingElse(String text, String expected) throws Exception {
        if (expected.equals("accept")) {
            assertEquals(text, Characters.checked("employer.name", text));
        } else {
            FormFault fault = assertThrows(FormFault.class, () -> Characters.checked("employer.name", text));
            assertEquals(EltaxCode.CHARACTER, fault.code());
            assertEquals("employer.name:" + expected, fault.place());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"東\n京", "東\t京", "東\u0000京", "東\u007f京"})
    void aControlCharacterIsRefused(String text) {
        assertEquals(
                "employer.name:2",
                refused(TASK.with("employer.name", new ItemValue.Text(text))).place());
    }

    @Test
    void markupIsEscaped() throws Exception {
        String document = written(TASK.with("employer.name", new ItemValue.Text("A&B<C>")), Map.of());
        assertTrue(document.contains("<名称>A&amp;B&lt;C&gt;</名称>"));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-05-01, 令和, 1",
        "2019-04-30, 平成, 31",
        "1989-01-08, 平成, 1",
        "1989-01-07, 昭和, 64",
        "1926-12-25, 昭和, 1",
        "1926-12-24, 大正, 15"
    })
    void writesTheYearOfTheEra(LocalDate day, String era, int year) throws Exception {
        Wareki wareki = Wareki.of("employee.birth-date", day);
        assertEquals(era, wareki.era());
        assertEquals(year, wareki.year());
    }

    @Test
    void aDayBeforeTaishoIsRefused() {
        assertEquals(
                EltaxCode.ERA,
                refused(TASK.with("employee.birth-date", new ItemValue.Date(LocalDate.of(1912, 7, 29))))
                        .code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"131130", "010006", "271004", "131016"})
    void theAddresseeIsACodeWithItsCheckDigit(String code) throws Exception {
        assertEquals(code, Municipality.checked("local-tax.municipality", code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"131131", "13113", "1311300", "13113a"})
    void anAddresseeThatDoesNotExistIsRefused(String code) {
        FormFault fault = refused(TASK.with("local-tax.municipality", new ItemValue.Code("municipality", code)));
        assertEquals(EltaxCode.MUNICIPALITY, fault.code());
        assertEquals("local-tax.municipality", fault.place());
    }

    @Test
    void whatIsOptionalMayBeMissing() throws Exception {
        String document =
                written(TASK.without("employee.individual-number").without("local-tax.designation-number"), Map.of());
        assertFalse(document.contains("個人番号"));
        assertFalse(document.contains("指定番号"));
    }

    @Test
    void aMissingItemIsNamed() {
        for (String item : new String[] {"employee.name", "employment.start", "local-tax.municipality"}) {
            FormFault fault = refused(TASK.without(item));
            assertEquals(EltaxCode.MISSING, fault.code());
            assertEquals(item, fault.place());
        }
    }

    @Test
    void aFaultRepeatsNoValue() {
        FormFault fault = refused(TASK.with("employee.name", new ItemValue.Text("髙橋　花子")));
        assertEquals("employee.name:1", fault.place());
        assertFalse((fault.getMessage() + fault.refused()).contains("橋"));
    }

    private static String written(FilingTask task, Map<String, String> attachments) throws FormFault {
        return new String(
                EltaxMapper.write(task.filing(), task.packageDigest(), task.content(), attachments),
                StandardCharsets.UTF_8);
    }

    private static FormFault refused(FilingTask task) {
        return assertThrows(FormFault.class, () -> written(task, Map.of()));
    }
}
