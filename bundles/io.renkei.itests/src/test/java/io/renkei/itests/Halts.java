package io.renkei.itests;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/** Ends a gateway that was started with {@link #environment} at a moment that a test arms. */
final class Halts {

    private static final List<String> CLASSES =
            List.of("HaltAgent", "HaltAgent$Arm", "HaltAgent$Entry", "HaltAgent$Exit");

    private final Path folder;
    private final Path agent;

    private Halts(Path folder, Path agent) {
        this.folder = folder;
        this.agent = agent;
    }

    static Halts made() throws IOException, URISyntaxException {
        Path folder = Files.createTempDirectory("renkei-halts");
        Files.write(
                folder.resolve(HaltAgent.PLACES),
                Arrays.stream(Moment.values()).map(Moment::place).toList());
        return new Halts(folder, agent(folder.resolve("agent.jar")));
    }

    /** For {@code ./renkei start}. */
    Map<String, String> environment() {
        return Map.of("EXTRA_JAVA_OPTS", "-javaagent:" + agent + "=" + folder);
    }

    /** The process ends the next time that it comes there. */
    void arm(Moment moment) throws IOException {
        Files.createFile(armed(moment));
    }

    /** Whether an armed process came there. */
    boolean hit(Moment moment) {
        return !Files.exists(armed(moment));
    }

    void disarm(Moment moment) throws IOException {
        Files.deleteIfExists(armed(moment));
    }

    private Path armed(Moment moment) {
        return folder.resolve(Integer.toString(moment.ordinal()));
    }

    private static Path agent(Path jar) throws IOException, URISyntaxException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", HaltAgent.class.getName());
        main.put(
                Attributes.Name.CLASS_PATH,
                ByteBuddy.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()
                        .toString());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String name : CLASSES) {
                String file = HaltAgent.class.getPackageName().replace('.', '/') + "/" + name + ".class";
                out.putNextEntry(new JarEntry(file));
                try (InputStream in = HaltAgent.class.getClassLoader().getResourceAsStream(file)) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }
}
