package io.renkei.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the relying party {@code openid-client}, unchanged, as its lock file has it. */
final class Npm {

    private static final String MISSING =
            "node 20 and npm are needed for openid-client: run ./renkei --yes test, or install nodejs and npm";
    private static final Pattern NODE = Pattern.compile("v(2\\d|[3-9]\\d)\\.");
    private static final Pattern NPM = Pattern.compile("\\d+\\.");
    private static final long MINUTES = 3;

    private final Path folder;

    private Npm(Path folder) {
        this.folder = folder;
    }

    /** What is missing, as a sentence that says what to do. */
    static Optional<String> missing() {
        return runs("node", NODE) && runs("npm", NPM) ? Optional.empty() : Optional.of(MISSING);
    }

    /** Whether a test may not be skipped. */
    static boolean isNeeded() {
        return "true".equals(System.getenv("CI"));
    }

    private static boolean runs(String program, Pattern version) {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(20, TimeUnit.SECONDS)
                    && version.matcher(said).lookingAt();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Copies the files of the relying party there and installs its libraries; nothing where they are there already. */
    static Npm installed(Path from, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean same = Files.exists(folder.resolve("node_modules"))
                && Files.exists(folder.resolve("package-lock.json"))
                && Files.mismatch(from.resolve("package-lock.json"), folder.resolve("package-lock.json")) < 0;
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Npm npm = new Npm(folder);
        if (!same) {
            npm.run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
        }
        return npm;
    }

    /** What the script printed; fails with it when it did not end well. */
    String script(String name, Path setting) throws IOException, InterruptedException {
        return run(List.of("node", name, setting.toAbsolutePath().toString()));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "run", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + " did not end well:\n" + text);
        }
        return text;
    }
}
