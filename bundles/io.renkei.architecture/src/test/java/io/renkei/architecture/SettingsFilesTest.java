package io.renkei.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The file that is shipped for a configuration shows each key under its sentence with its default, and no other key. */
class SettingsFilesTest {

    private static final Pattern KEY = Pattern.compile("#([a-z][A-Za-z0-9.-]*) ?= ?(.*)");

    /** @param sentence what stands above the key */
    private record Line(String sentence, String value) {}

    static List<Setting.Pid> pids() throws IOException {
        return Setting.all();
    }

    @Test
    void eachConfigurationHasAFileAndEachFileAConfiguration() throws IOException {
        Set<String> declared = pids().stream()
                .map(pid -> pid.bundle() + "/" + pid.pid() + ".cfg")
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shipped = new TreeSet<>();
        for (String bundle : Bundles.written()) {
            cfgFiles(Bundles.folder(bundle).resolve("src/main/cfg"))
                    .forEach(file -> shipped.add(bundle + "/" + file.getFileName()));
        }
        assertEquals(declared, shipped);
    }

    @ParameterizedTest
    @MethodSource("pids")
    void aFileShowsEachKeyWithItsDefaultAndNoOther(Setting.Pid pid) throws IOException {
        Map<String, String> declared = new LinkedHashMap<>();
        pid.settings().forEach(setting -> declared.put(setting.key(), setting.standard()));
        Map<String, String> shown = new LinkedHashMap<>();
        lines(pid).forEach((key, line) -> shown.put(key, line.value()));
        pid.families()
                .forEach(family -> assertTrue(
                        shown.keySet().removeIf(key -> key.startsWith(family)), () -> "no example of " + family));
        assertEquals(declared, shown);
    }

    @ParameterizedTest
    @MethodSource("pids")
    void theSentenceAboveAKeyIsItsMeaning(Setting.Pid pid) throws IOException {
        Map<String, Line> lines = lines(pid);
        for (Setting setting : pid.settings()) {
            assertEquals(setting.meaning(), lines.get(setting.key()).sentence(), setting.key());
        }
    }

    /** Such as one with a letter wrong, which nobody would ever miss. */
    @Test
    void theProfileOfTheSandboxSetsNoKeyThatNobodyReads() throws IOException {
        Map<String, Setting.Pid> pids = pids().stream().collect(Collectors.toMap(Setting.Pid::pid, pid -> pid));
        Set<String> unread = new TreeSet<>();
        for (Path file : cfgFiles(Path.of("../../config/dev"))) {
            String name = file.getFileName().toString().replaceAll("(-.*)?\\.cfg$", "");
            Properties set = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                set.load(reader);
            }
            set.stringPropertyNames().stream()
                    .filter(key -> !pids.containsKey(name) || !isRead(pids.get(name), key))
                    .forEach(key -> unread.add(file.getFileName() + ": " + key));
        }
        assertEquals(Set.of(), unread);
    }

    private static boolean isRead(Setting.Pid pid, String key) {
        return pid.settings().stream().anyMatch(setting -> setting.key().equals(key))
                || pid.families().stream().anyMatch(key::startsWith);
    }

    private static List<Path> cfgFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".cfg")).toList();
        }
    }

    private static Map<String, Line> lines(Setting.Pid pid) throws IOException {
        Map<String, Line> lines = new LinkedHashMap<>();
        String sentence = "";
        Path file = Bundles.folder(pid.bundle()).resolve("src/main/cfg/" + pid.pid() + ".cfg");
        for (String line : Files.readAllLines(file)) {
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                lines.put(key.group(1), new Line(sentence.strip(), key.group(2)));
            } else if (line.startsWith("# ")) {
                sentence += line.substring(1);
            } else {
                sentence = "";
            }
        }
        return lines;
    }
}
