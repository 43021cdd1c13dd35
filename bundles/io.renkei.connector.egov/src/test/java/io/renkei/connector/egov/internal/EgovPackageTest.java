package io.renkei.connector.egov.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EgovPackageTest {

    private static final FilingKey KEY = new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), new Random(1)), 2);

    @Test
    void writesTheConfigurationAsRecorded() throws IOException {
        TestTask task = TestTask.of(KEY);
        assertGolden(
                "kousei-12.xml",
                KouseiWriter.write(task, procedure(), "495000868003300001_01.xml", List.of("契約書.txt")));
    }

    @Test
    void writesTheItemsInTheirOrder() throws IOException {
        assertGolden(
                "form-12.xml", FormWriter.write(procedure(), TestTask.of(KEY).content()));
    }

    private static EgovProcedure procedure() {
        return EgovProcedure.table(java.util.Map.of(), new ArrayList<>()).get("12");
    }

    private static void assertGolden(String name, byte[] written) throws IOException {
        try (var golden = EgovPackageTest.class.getResourceAsStream(name)) {
            byte[] expected = golden.readAllBytes();
            assertEquals(
                    new String(expected, StandardCharsets.UTF_8).strip(), new String(written, StandardCharsets.UTF_8));
        }
    }
}
