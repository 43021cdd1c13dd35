package io.renkei.format.zip.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.format.zip.ZipLimits;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.osgi.util.converter.Converters;

class ZipConfigTest {

    @Test
    void theShippedLimitsAreTheDefaultsOfTheAnnotation() {
        ZipConfig config = Converters.standardConverter().convert(Map.of()).to(ZipConfig.class);
        assertEquals(ZipLimits.DEFAULTS, ZipComponent.limits(config));
    }

    @Test
    void theReadmeListsEveryKeyAndEveryCodeWithItsSentence() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        declared().forEach((key, value) -> assertTrue(readme.contains("| `" + key + "` | " + value + " |"), () -> key));
        for (ZipCode code : ZipCode.values()) {
            String row = "| " + code.code() + " | " + code.sentence().replace("%s", "n") + " |";
            assertTrue(readme.contains(row), row);
        }
    }

    @Test
    void allFaultsAreToldAtOnceInTheTermsOfTheFile() {
        String told = assertThrows(IllegalArgumentException.class, () -> new ZipLimits(0, 2_048, 1_023, 0, 0))
                .getMessage();
        for (String key :
                List.of("io.renkei.format.zip.cfg", "entries.max", "total.max.bytes", "ratio.max", "name.max.char")) {
            assertTrue(told.contains(key), told);
        }
    }

    private static Map<String, String> declared() {
        Map<String, String> declared = new TreeMap<>();
        for (Method key : ZipConfig.class.getDeclaredMethods()) {
            declared.put(key.getName().replace('_', '.'), String.valueOf(key.getDefaultValue()));
        }
        return declared;
    }
}
