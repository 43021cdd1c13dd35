package io.renkei.tools.check;

import io.renkei.tools.pki.Pem;
import io.renkei.tools.text.Paint;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges one file. Exit code 0: good, 1: bad, 2: it could not be judged. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "The full verdict on a package (XML or ZIP), an official document or the evidence of a notice (ASiC-E), without a running gateway.",
        footer = "Exit code 0: good, 1: bad, 2: it could not be judged.")
public final class CheckCommand implements Callable<Integer> {

    static final String NO_ANCHOR =
            "No trusted root was given, so no signer's path can be valid. Give the root certificate of the signer's"
                    + " authority as a PEM file: --anchor FILE";

    /** Told in the verdict; kept here, for a logger that nobody holds forgets its level. */
    private static final Logger DIGESTS = Logger.getLogger("org.apache.xml.security");

    private static final int UNUSABLE = 2;
    private static final long MOST_BYTES = 256L << 20;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "judge for this time, such as 2026-04-01 or 2026-04-01T00:00:00Z (now; the document within evidence for the"
                            + " time of its timestamp)")
    private Optional<String> at = Optional.empty();

    @Option(names = "--anchor", paramLabel = "PEM", description = "a trusted root; may be given several times")
    private List<Path> anchors = new ArrayList<>();

    @Option(names = "--catalogue", paramLabel = "DIR", required = true, description = "the folder of the catalogue")
    private Path catalogue;

    @Option(names = "--json", description = "one JSON document instead of tables")
    private boolean json;

    @Parameters(paramLabel = "FILE", description = "the package, document or evidence")
    private Path file;

    @Override
    public Integer call() {
        DIGESTS.setLevel(Level.OFF);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it is larger than 256 MiB");
            }
            Told told = new Examiner(catalogue, trusted(), at.map(CheckCommand::parse), Clock.systemUTC())
                    .examine(Files.readAllBytes(file));
            print(told, System.out);
            return told.good() ? 0 : 1;
        } catch (NoSuchFileException e) {
            System.err.println("check: there is no file " + file);
        } catch (IOException e) {
            System.err.println("check: " + file + " cannot be read: " + e.getMessage());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            System.err.println("check: " + e.getMessage());
        }
        return UNUSABLE;
    }

    private void print(Told told, PrintStream out) {
        if (json) {
            out.println(CheckJson.of(told, !anchors.isEmpty()));
        } else {
            new CheckTable(out, Paint.ofTerminal(), !anchors.isEmpty()).print(told);
        }
    }

    private Set<X509Certificate> trusted() throws GeneralSecurityException {
        Set<X509Certificate> trusted = new HashSet<>();
        for (Path anchor : anchors) {
            try {
                List<X509Certificate> found = Pem.certificates(anchor);
                if (found.isEmpty()) {
                    throw new IllegalArgumentException("--anchor " + anchor + " holds no certificate in PEM form");
                }
                trusted.addAll(found);
            } catch (IOException e) {
                throw new IllegalArgumentException("--anchor " + anchor + " cannot be read: " + e.getMessage(), e);
            }
        }
        return trusted;
    }

    private static Instant parse(String text) {
        try {
            return text.indexOf('T') > 0
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .atStartOfDay(ZoneId.of("Asia/Tokyo"))
                            .toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--at is a day in Japan (2026-04-01) or a time (2026-04-01T00:00:00Z), not " + text, e);
        }
    }
}
