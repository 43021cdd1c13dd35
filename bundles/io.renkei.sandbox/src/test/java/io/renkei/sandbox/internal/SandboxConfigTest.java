package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SandboxConfigTest {

    @Test
    void theFileShowsEachKeyWithItsDefault() throws IOException {
        Map<String, String> annotated = new TreeMap<>();
        for (Method method : SandboxConfig.class.getDeclaredMethods()) {
            annotated.put(method.getName().replace('_', '.'), String.valueOf(method.getDefaultValue()));
        }
        Map<String, String> shown = new TreeMap<>();
        Matcher line = Pattern.compile("(?m)^#([a-z.]+) =(?: (.*))?$")
                .matcher(Files.readString(Path.of("src/main/cfg/io.renkei.sandbox.cfg")));
        while (line.find()) {
            shown.put(line.group(1), line.group(2) == null ? "" : line.group(2));
        }
        assertEquals(annotated, shown);
    }
}
