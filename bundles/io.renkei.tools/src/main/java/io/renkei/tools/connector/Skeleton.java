package io.renkei.tools.connector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a new connector, by their path in its folder. */
final class Skeleton {

    private static final Pattern BLANK = Pattern.compile("__([A-Za-z0-9.]+)__");
    private static final String[] CLASSES = {
        "Code", "Config", "Connector", "DispatchRoute", "Faults", "Mapper", "Refusal", "Rule", "Settings"
    };
    private static final String[] TESTS = {"ContractTest", "FaultsTest", "MapperTest", "SettingsTest", "Simulator"};

    private final Map<String, String> words;
    private final Map<String, String> files = new LinkedHashMap<>();

    private Skeleton(Names names, String feature) throws IOException {
        words = versions();
        words.put("name", names.kind());
        words.put("Name", names.classes());
        words.put("PREFIX", names.codes());
        words.put("package", names.bundle());
        words.put("artifact", names.bundle());
        words.put("group", names.group());
        words.put("path", names.path());
        words.put("feature", feature);
        String main = "src/main/java/" + names.path() + "/internal/";
        String test = "src/test/java/" + names.path() + "/internal/";
        put("README.md", "README.md");
        put("src/main/cfg/" + names.bundle() + ".cfg", "config.cfg");
        put("src/main/feature/feature.xml", "feature.xml");
        put(main + "package-info.java", "package-info.java");
        for (String part : CLASSES) {
            put(main + names.classes() + part + ".java", part + ".java");
        }
        for (String part : TESTS) {
            put(test + names.classes() + part + ".java", part + ".java");
        }
        put(test + "TestConfig.java", "TestConfig.java");
        put(test + "TestTask.java", "TestTask.java");
        put("src/test/resources/" + names.path() + "/internal/filing.json", "golden.json");
    }

    /** A bundle of the gateway's repository. */
    static Skeleton inside(Names names) throws IOException {
        Skeleton made = new Skeleton(names, "renkei-connector-" + names.kind());
        made.put("pom.xml", "pom-inside.xml");
        return made;
    }

    /** A Maven project that stands alone. */
    static Skeleton outside(Names names) throws IOException {
        Skeleton made = new Skeleton(names, "connector-" + names.kind());
        made.put("pom.xml", "pom-outside.xml");
        made.put(".gitignore", "gitignore");
        return made;
    }

    Map<String, String> files() {
        return files;
    }

    /** @throws IOException if the folder is there already, or cannot be written */
    void write(Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw new IOException(
                    folder + " is there already, and nothing is overwritten. Choose another name or folder.");
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    private void put(String path, String template) throws IOException {
        files.put(path, BLANK.matcher(read(template + ".txt")).replaceAll(this::word));
    }

    private String word(MatchResult blank) {
        String word = words.get(blank.group(1));
        if (word == null) {
            throw new IllegalStateException("a template names " + blank.group());
        }
        return Matcher.quoteReplacement(word);
    }

    private static Map<String, String> versions() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Skeleton.class.getResourceAsStream("versions.properties")) {
            properties.load(in);
        }
        Map<String, String> versions = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> versions.put(name, properties.getProperty(name)));
        return versions;
    }

    private static String read(String name) throws IOException {
        try (InputStream in = Skeleton.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
