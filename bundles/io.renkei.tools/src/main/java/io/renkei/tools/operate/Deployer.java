package io.renkei.tools.operate;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.client.OperatorShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/** Copies a connector's bundle into the gateway's deploy folder, again and again. */
final class Deployer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A look is a login to the shell, which costs the gateway more than a replacement: none comes before this one. */
    private static final long FIRST_LOOK_MILLIS = 2_000;

    private static final long LOOK_MILLIS = 200;

    private final Path jar;
    private final Path target;
    private final OperatorShell shell;
    private final Clock clock;
    private final String bundle;

    /**
     * One replacement, as the framework told it.
     *
     * @param began when the first bundle was stopped
     * @param ended when the last was started
     * @param touched symbolic names of all bundles to which anything happened
     */
    record Replaced(Instant began, Instant ended, Set<String> touched) {}

    /** @param jar the connector's bundle */
    Deployer(Path jar, Path deploy, OperatorShell shell, Clock clock) throws IOException {
        this.jar = jar;
        this.target = deploy.resolve(jar.getFileName());
        this.shell = shell;
        this.clock = clock;
        try (JarFile file = new JarFile(jar.toFile())) {
            this.bundle = file.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
        }
    }

    String bundle() {
        return bundle;
    }

    /** Copies the bundle, and waits until the gateway has taken it. */
    Replaced replace() throws IOException, InterruptedException {
        Instant copied = clock.instant();
        Files.copy(jar, target, StandardCopyOption.REPLACE_EXISTING);
        // The same file with another time is another file to who watches the folder.
        Files.setLastModifiedTime(target, FileTime.from(copied));
        TimeUnit.MILLISECONDS.sleep(FIRST_LOOK_MILLIS);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            for (JsonNode change :
                    shell.json("renkei:deploy-history --limit 3 --json").path("changes")) {
                if (Instant.parse(change.path("began").asText()).isAfter(copied) && isWhole(change)) {
                    return replaced(change);
                }
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new IOException("the gateway has not replaced " + bundle + " within " + PATIENCE.toSeconds() + " s");
    }

    private boolean isWhole(JsonNode change) {
        for (JsonNode touched : change.path("bundles")) {
            String what = touched.path("what").toString();
            if (touched.path("bundle").asText().equals(bundle)) {
                return what.contains("STARTED") && (what.contains("UPDATED") || what.contains("INSTALLED"));
            }
        }
        return false;
    }

    private static Replaced replaced(JsonNode change) {
        Set<String> touched = new TreeSet<>();
        change.path("bundles").forEach(each -> touched.add(each.path("bundle").asText()));
        return new Replaced(
                Instant.parse(change.path("began").asText()),
                Instant.parse(change.path("ended").asText()),
                touched);
    }
}
