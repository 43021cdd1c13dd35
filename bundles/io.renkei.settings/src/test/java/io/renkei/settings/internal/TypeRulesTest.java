package io.renkei.settings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypeRulesTest {

    @Test
    void aDeclarationIsReadWithItsRanges() throws IOException {
        Schema schema = Samples.schema();
        assertEquals(Samples.PID, schema.pid());
        assertTrue(schema.isFactory());
        assertEquals("1000", schema.keys().get("pause.millis").max().orElseThrow());
        assertEquals(List.of("here", "there"), schema.keys().get("mode").options());
    }

    @Test
    void aDeclarationWithADoctypeIsNotRead() {
        byte[] text = "<!DOCTYPE x><x/>".getBytes(StandardCharsets.UTF_8);
        assertThrows(IOException.class, () -> SchemaReader.read(new ByteArrayInputStream(text)));
    }

    @Test
    void valuesOfTheirTypeAndRangeAreRight() throws IOException {
        Map<String, String> right = Map.of(
                "pause.millis", "10", "parallel", "1", "mode", "there", "trial", "true", "endpoint.url", "anything");
        assertEquals(Map.of(), TypeRules.faults(Samples.schema(), right));
    }

    @Test
    void eachFaultIsSaidInTheTermsOfTheFile() throws IOException {
        Map<String, String> wrong =
                Map.of("pause.millis", "1001", "parallel", "99999999999", "mode", "nowhere", "trial", "yes");
        assertEquals(
                Map.of(
                        "pause.millis", "pause.millis lies between 10 and 1000",
                        "parallel", "parallel is at least 1 and at most 2147483647",
                        "mode", "mode is one of here, there",
                        "trial", "trial is true or false"),
                TypeRules.faults(Samples.schema(), wrong));
    }

    @Test
    void whatIsNoNumberSaysWhichNumbersThereAre() throws IOException {
        assertEquals(
                Map.of("pause.millis", "pause.millis is a number and lies between 10 and 1000"),
                TypeRules.faults(Samples.schema(), Map.of("pause.millis", "soon")));
        assertEquals(
                Map.of("pause.millis", "pause.millis is a whole number"),
                TypeRules.faults(Samples.schema(), Map.of("pause.millis", "10.5")));
    }

    @Test
    void anUnknownKeyNamesTheNearestOne() throws IOException {
        assertEquals(
                Map.of("pause.milis", "pause.milis is no key of io.renkei.example.cfg; the nearest is pause.millis"),
                TypeRules.unknown(Samples.schema(), List.of("office."), Map.of("pause.milis", "5", "office.13", "x")));
    }

    @Test
    void whatTheContainerAddsIsNoKeyOfTheFile() throws IOException {
        Map<String, String> added = Map.of(
                "service.pid", "x", "felix.fileinstall.filename", "x", "component.id", "1", "tls.target", "(a=b)");
        assertEquals(Map.of(), TypeRules.unknown(Samples.schema(), List.of(), added));
    }
}
