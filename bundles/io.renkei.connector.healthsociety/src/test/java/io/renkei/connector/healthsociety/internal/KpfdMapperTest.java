package io.renkei.connector.healthsociety.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ItemValue;
import io.renkei.testkit.FilingTask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class KpfdMapperTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final FilingTask TASK =
            TestTask.fresh().as(new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), new Random(1)), 2));

    /** The golden file is text in UTF-8; its bytes are made by the other Japanese encoder of the platform. */
    @Test
    void writesTheFileAsRecorded() throws Exception {
        String expected = golden().replace("\n", "\r\n");
        byte[] written = KpfdMapper.write(TASK.content(), DAY);
        assertEquals(expected, new String(written, Charset.forName("windows-31j")));
        assertArrayEquals(expected.getBytes(Charset.forName("windows-31j")), written);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "characters.csv", quoteCharacter = '\u0001')
    void takesJisX0208AndNothingElse(String text, String expected) throws Exception {
        if (expected.equals("accept")) {
            assertEquals(2 * text.codePointCount(0, text.length()), Jis0208.length(Widths.full("employer.name", text)));
        } else {
            FormFault fault = assertThrows(FormFault.class, () -> Widths.full("employer.name", text));
            assertEquals(SocietyCode.CHARACTER, fault.code());
            assertEquals("employer.name:" + expected, fault.place());
        }
    }

    @Test
    void noSeparatorGetsIntoAColumn() {
        for (String text : new String[] {"東京,大阪", "東京\r\n大阪", "東京\t大阪", "東京\"大阪"}) {
            assertEquals(
                    "employer.name:3",
                    refused(TASK.with("employer.name", new ItemValue.Text(text)))
                            .place());
        }
    }

    @Test
    void aReadingWithoutHalfWidthFormIsRefusedByPosition() {
        FormFault fault = refused(TASK.with("employee.name.kana", new ItemValue.Kana("ヰ　カナ")));
        assertEquals("employee.name.kana:1", fault.place());
        assertEquals(SocietyCode.CHARACTER, fault.code());
    }

    @ParameterizedTest
    @CsvSource({"見本太郎", "見本　　太郎", "見本　太　郎", "　見本", "見本　"})
    void aNameHasExactlyOneSpace(String name) {
        assertEquals(
                SocietyCode.NAME_DIVISION,
                refused(TASK.with("employee.name", new ItemValue.Text(name))).code());
    }

    @Test
    void aReadingHasExactlyOneSpace() {
        assertEquals(
                SocietyCode.NAME_DIVISION,
                refused(TASK.with("employee.name.kana", new ItemValue.Kana("ミホン　タ　ロウ")))
                        .code());
    }

    @Test
    void bytesAreCountedAsTheyAreSent() throws Exception {
        KpfdMapper.write(
                TASK.with("employer.name", new ItemValue.Text("株".repeat(25))).content(), DAY);
        FormFault fault = refused(TASK.with("employer.name", new ItemValue.Text("株".repeat(26))));
        assertEquals(SocietyCode.TOO_LONG, fault.code());
        assertEquals("employer.name", fault.place());
        assertEquals(
                SocietyCode.TOO_LONG,
                refused(TASK.with("employee.name", new ItemValue.Text("見本　太郎左衛門尉経長次郎")))
                        .code());
        assertEquals(
                SocietyCode.TOO_LONG,
                refused(TASK.with("insurance.office-sign", new ItemValue.Text("ガガガ")))
                        .code());
        assertEquals(
                SocietyCode.TOO_LONG,
                refused(TASK.with("employee.address", new ItemValue.Text("北".repeat(35))))
                        .code());
    }

    @ParameterizedTest
    @CsvSource({
        "2019-05-01, '9,010501'",
        "2019-04-30, '7,310430'",
        "1989-01-08, '7,010108'",
        "1989-01-07, '5,640107'",
        "1926-12-25, '5,011225'"
    })
    void writesTheEraAsThePensionServiceCodesIt(LocalDate day, String columns) throws Exception {
        Era era = Era.of("employee.birth-date", day);
        assertEquals(columns, era.code() + "," + era.date(day));
    }

    @Test
    void aDayBeforeShowaIsRefused() {
        FormFault fault = refused(TASK.with("employee.birth-date", new ItemValue.Date(LocalDate.of(1926, 12, 24))));
        assertEquals(SocietyCode.ERA, fault.code());
    }

    @ParameterizedTest
    @CsvSource({"13, 21", "27, 41", "23, 51", "47, 82", "01, 01", "40, 75"})
    void thePrefectureHasTheCodeOfThePensionServiceNotTheOneOfJis(String jis, String pension) throws Exception {
        assertEquals(pension, Prefectures.of("insurance.office-prefecture", jis).pension());
    }

    @Test
    void anUnknownPrefectureIsRefused() {
        assertEquals(
                "insurance.office-prefecture",
                refused(TASK.with("insurance.office-prefecture", new ItemValue.Code("jis-prefecture", "48")))
                        .place());
    }

    @ParameterizedTest
    @CsvSource({"0, 0000000", "300000, 0300000", "9999999, 9999999", "10000000, 9999999"})
    void anAmountHasSevenDigits(long yen, String column) throws Exception {
        assertEquals(column, column(TASK.with("employment.monthly-wage", new ItemValue.Money(yen)), 17));
    }

    @Test
    void thePensionNumberStandsWhereThereIsNoIndividualNumber() throws Exception {
        FilingTask task = TASK.without("employee.individual-number");
        assertEquals("", column(task, 11));
        assertEquals("1234", column(task, 12));
        assertEquals("567890", column(task, 13));
        assertEquals("", column(TASK, 12));
    }

    @ParameterizedTest
    @CsvSource({"1956-07-02, 1", "1956-07-03, ''", "1956-07-01, 1"})
    void seventyIsReachedOnTheDayBeforeTheBirthday(LocalDate birth, String mark) throws Exception {
        assertEquals(mark, column(TASK.with("employee.birth-date", new ItemValue.Date(birth)), 20));
    }

    @Test
    void aMissingItemIsNamed() {
        for (String item : new String[] {"employee.name", "employment.start", "employment.monthly-wage"}) {
            FormFault fault = refused(TASK.without(item));
            assertEquals(SocietyCode.MISSING, fault.code());
            assertEquals(item, fault.place());
        }
    }

    @Test
    void aFaultRepeatsNoValue() {
        FormFault fault = refused(TASK.with("employee.name", new ItemValue.Text("髙橋　花子")));
        assertFalse((fault.getMessage() + fault.refused()).contains("橋"));
    }

    private static String column(FilingTask task, int index) throws FormFault {
        String[] lines = new String(KpfdMapper.write(task.content(), DAY), Charset.forName("Shift_JIS")).split("\r\n");
        return lines[5].split(",", -1)[index];
    }

    private static FormFault refused(FilingTask task) {
        return assertThrows(FormFault.class, () -> KpfdMapper.write(task.content(), DAY));
    }

    private static String golden() throws IOException {
        try (InputStream in = KpfdMapperTest.class.getResourceAsStream("kpfd0006.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
