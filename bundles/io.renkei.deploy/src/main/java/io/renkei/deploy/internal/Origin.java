package io.renkei.deploy.internal;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;

/** Whether a bundle is of the distribution: its location names a file of the folder system, and it is that file. */
final class Origin {

    private static final Pattern MAVEN = Pattern.compile(
            "mvn:([A-Za-z0-9_.-]+)/([A-Za-z0-9_.-]+)/([A-Za-z0-9_.-]+)(?:/([a-z]+)(?:/([a-z0-9_-]+))?)?");

    private static final String REFERENCE = "reference:file:";

    private final Path system;

    /** @param system the folder {@code system} of the distribution */
    Origin(Path system) {
        this.system = system.toAbsolutePath().normalize();
    }

    boolean isOfTheDistribution(Bundle bundle, Contents contents) throws IOException {
        Optional<Path> file = file(bundle.getLocation());
        return file.isPresent() && Files.isRegularFile(file.get()) && contents.sameAs(file.get());
    }

    /** Whether the framework reads it where it lies, so that it can change at any time. */
    static boolean isReferred(Bundle bundle) {
        return bundle.getLocation().startsWith("reference:");
    }

    private Optional<Path> file(String location) {
        if (location.startsWith(REFERENCE)) {
            Path file = Path.of(decoded(location)).toAbsolutePath().normalize();
            return file.startsWith(system) ? Optional.of(file) : Optional.empty();
        }
        Matcher maven = MAVEN.matcher(location);
        if (!maven.matches()) {
            return Optional.empty();
        }
        String kind = maven.group(4) == null ? "jar" : maven.group(4);
        String classifier = maven.group(5) == null ? "" : "-" + maven.group(5);
        Path file = system.resolve(maven.group(1).replace('.', '/'))
                .resolve(maven.group(2))
                .resolve(maven.group(3))
                .resolve(maven.group(2) + "-" + maven.group(3) + classifier + "." + kind)
                .normalize();
        return file.startsWith(system) ? Optional.of(file) : Optional.empty();
    }

    /** A folder with a blank or Japanese name stands there percent-encoded. */
    private static String decoded(String location) {
        String path = location.substring(REFERENCE.length());
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }
}
