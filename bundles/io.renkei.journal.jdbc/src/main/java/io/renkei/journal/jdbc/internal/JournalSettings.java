package io.renkei.journal.jdbc.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checked settings.
 *
 * @param url of H2 or PostgreSQL, without user and password
 * @param password where it stands, {@code file:} or {@code env:}; never the password itself
 * @param masterKey the file that holds the 32 bytes that wrap every case key
 * @param diskFreeMinBytes on the disk of an H2 file; 0 for no bound
 */
record JournalSettings(
        String url,
        String user,
        String password,
        int poolSize,
        long poolWaitMillis,
        Path masterKey,
        long diskFreeMinBytes) {

    private static final String H2 = "jdbc:h2:";
    private static final String H2_DSYNC = H2 + FilePathDsync.SCHEME + ":";
    private static final String FILE = "file:";
    private static final long MOST_FREE = 1L << 40;
    private static final Pattern ENVIRONMENT = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*");
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9._-]+)}");

    /**
     * Checks everything and names all faults at once.
     *
     * @param variable looks {@code ${karaf.data}} and its like up by name; null when unknown
     * @throws StartRefused if anything is wrong
     */
    static JournalSettings of(
            String url,
            String user,
            String password,
            int poolSize,
            long poolWaitMillis,
            String masterKey,
            long diskFreeMinBytes,
            UnaryOperator<String> variable) {
        List<String> faults = new ArrayList<>();
        String realUrl = fill("database.url", url, variable, faults);
        urlFault(realUrl).ifPresent(faults::add);
        if (user.isBlank()) {
            faults.add("database.user is empty. Name the database user of the gateway.");
        }
        String passwordReference = fill("database.password", password, variable, faults);
        if (file(passwordReference).isEmpty()
                && !ENVIRONMENT.matcher(passwordReference).matches()) {
            faults.add("database.password must say where the password stands: file:/path or env:NAME.");
        }
        Optional<Path> keyFile = file(fill("master.key", masterKey, variable, faults));
        if (keyFile.isEmpty()) {
            faults.add("master.key must name a file: file:/path.");
        }
        if (poolSize < 2 || poolSize > 200) {
            faults.add("pool.size must lie between 2 and 200.");
        }
        if (poolWaitMillis < 250 || poolWaitMillis > 60_000) {
            faults.add("pool.wait.millis must lie between 250 and 60000.");
        }
        if (diskFreeMinBytes < 0 || diskFreeMinBytes > MOST_FREE) {
            faults.add("disk.free.min.bytes must lie between 0 and " + MOST_FREE + ".");
        }
        if (!faults.isEmpty()) {
            throw new StartRefused("JOURNAL-001: " + String.join(" ", faults));
        }
        return new JournalSettings(
                realUrl, user, passwordReference, poolSize, poolWaitMillis, keyFile.orElseThrow(), diskFreeMinBytes);
    }

    /** The file that the password stands in, if it stands in one. */
    Optional<Path> passwordFile() {
        return file(password);
    }

    private static Optional<Path> file(String reference) {
        return reference.startsWith(FILE) && reference.length() > FILE.length()
                ? Optional.of(Path.of(reference.substring(FILE.length())))
                : Optional.empty();
    }

    boolean isH2() {
        return url.startsWith(H2);
    }

    /** The file of an H2 database. */
    Path h2File() {
        String name = url.substring(H2_DSYNC.length()).split(";", 2)[0];
        return Path.of(name + ".mv.db").toAbsolutePath();
    }

    private static Optional<String> urlFault(String url) {
        String[] parts = url.split(";");
        List<String> settings = Arrays.stream(parts)
                .skip(1)
                .map(s -> s.strip().toUpperCase(Locale.ROOT))
                .toList();
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.contains("password=") || lower.contains("user=")) {
            return Optional.of("database.url must hold neither user nor password. Move them to database.user and"
                    + " database.password.");
        }
        if (url.startsWith(POSTGRESQL)) {
            return Optional.empty();
        }
        if (!url.startsWith(H2)) {
            return Optional.of("database.url must begin with " + H2_DSYNC + " or " + POSTGRESQL + ".");
        }
        String name = parts[0].substring(Math.min(parts[0].length(), H2_DSYNC.length()));
        boolean durable = parts[0].startsWith(H2_DSYNC) && !name.matches("[A-Za-z][A-Za-z0-9]+:.*") && !name.isBlank();
        if (!durable) {
            return Optional.of("database.url would lose accepted applications when the power fails. Write " + H2_DSYNC
                    + "/folder/name, with the dsync: before the path.");
        }
        return settings.stream().anyMatch(s -> s.startsWith("WRITE_DELAY="))
                ? Optional.of("database.url must not name WRITE_DELAY: the gateway says itself when H2 writes. Leave it"
                        + " out.")
                : Optional.empty();
    }

    private static String fill(String key, String text, UnaryOperator<String> variable, List<String> faults) {
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = variable.apply(matcher.group(1));
            if (value == null) {
                faults.add(key + " uses " + matcher.group() + ", which this system does not know. Write the path out.");
                value = "";
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }
}
