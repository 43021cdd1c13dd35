package io.renkei.connector.egov.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.format.egov.EgovProcedure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EgovSettingsTest {

    @Test
    void theFileShowsARowOfEachTableAsItIsShipped() throws IOException {
        EgovTables tables = EgovTables.of(Map.of(), new ArrayList<>());
        EgovProcedure twelve = tables.procedures().get("12");
        Map<String, String> rows = Map.of(
                "procedure.12.official.id", twelve.officialId(),
                "procedure.12.name", twelve.name(),
                "procedure.12.form.id", twelve.formId(),
                "procedure.12.form.version", String.format("%04d", twelve.formVersion()),
                "procedure.12.form.name", twelve.formName(),
                "office.1.id", tables.offices().get("1").id(),
                "office.1.name", tables.offices().get("1").name());
        List<String> file = Files.readAllLines(Path.of("src/main/cfg/io.renkei.connector.egov.cfg"));
        rows.forEach((key, value) -> assertTrue(file.contains("#" + key + " = " + value), key));
        assertEquals(
                rows.size(),
                file.stream()
                        .filter(line -> line.matches("#(procedure|office)\\..*"))
                        .count());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Map<String, Object> set = Map.of(
                "destination", "Hello Work",
                "endpoint.url", "http://api.example.invalid/",
                "auth.url", "",
                "list.limit", 51,
                "procedure.12.official.id", "12",
                "procedure.12.colour", "red",
                "office.1.id", "渋谷",
                "office.12.city", "渋谷");
        String message = assertThrows(IllegalArgumentException.class, () -> EgovSettings.of(TestConfig.of(set), set))
                .getMessage();
        for (String part : new String[] {
            "destination", "endpoint.url", "auth.url", "list.limit", "手続識別子", "colour", "提出先識別子", "city"
        }) {
            assertTrue(message.contains(part), part + " in " + message);
        }
    }

    @Test
    void plainHttpReachesThisMachineOnly() {
        Map<String, Object> set = Map.of(
                "destination", "hello-work",
                "endpoint.url", "http://api.example.invalid/shinsei/v2",
                "auth.url", "http://localhost:9443/egov/auth");
        assertThrows(IllegalArgumentException.class, () -> EgovSettings.of(TestConfig.of(set), set));
    }

    @Test
    void aProcedureCanBeAddedByConfiguration() {
        EgovSettings settings = TestConfig.settings(
                "http://localhost:9443",
                Map.of(
                        "procedure.28.official.id", "4950008680034000",
                        "procedure.28.name", "雇用保険被保険者資格喪失届",
                        "procedure.28.form.id", "495000868003400001",
                        "procedure.28.form.version", "0001",
                        "procedure.28.form.name", "雇用保険被保険者資格喪失届"));
        assertEquals(
                "4950008680034000", settings.tables().procedures().get("28").officialId());
        assertEquals(3, settings.tables().procedures().size());
    }
}
