package io.renkei.ports.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.CorrectionRequest.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionReasonsTest {

    @Test
    void readsWhatItWrote() {
        List<Reason> reasons = List.of(
                new Reason("employee.name.kana", "フリガナ「ﾔﾏﾀﾞ」に誤り\n要確認", "EGOV-041", "Write it again.", "訂正してください。"),
                Reason.of("", "𠮷野家\"の\\件"));
        assertEquals(reasons, CorrectionReasons.read(CorrectionReasons.write(reasons)));
        assertEquals(List.of(), CorrectionReasons.read(CorrectionReasons.write(List.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "[2]", "[1", "[1,[\"a\"]]", "[1,[\"山田\",\"b\",\"c\",\"d\",5]]", "[1]x", "{\"1\":[]}"})
    void refusesWhatItDidNotWriteAndRepeatsNothingOfIt(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> CorrectionReasons.read(bytes));
        assertFalse(refused.getMessage().contains("山田"));
    }
}
