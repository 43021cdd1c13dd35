package io.renkei.intake.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.PackageFiles;
import io.renkei.api.spi.PackageReader;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.Opening;
import io.renkei.api.spi.PackageReader.Reading;
import io.renkei.api.spi.PackageReader.SignedDocument;
import io.renkei.api.spi.PackageReader.VerifiedDocument;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.catalogue.Catalogue.Planning;
import io.renkei.ports.intake.CheckReport;
import io.renkei.ports.intake.CheckReport.DocumentVerdict;
import io.renkei.ports.packages.PackageRefused;
import io.renkei.ports.packages.Packages;
import io.renkei.ports.trust.TrustAnchors;
import io.renkei.ports.trust.XmlSignatures;
import io.renkei.ports.trust.XmlSignatures.Policy;
import io.renkei.ports.trust.XmlSignatures.XmlVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The whole verdict on a package, without a container and without a store: what a submission goes through, and what a
 * dry run or a command-line tool tells. Safe for use by several threads.
 */
public final class Checker {

    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Supplier<List<PackageReader>> readers;
    private final XmlSignatures signatures;
    private final Packages packages;
    private final Catalogue catalogue;
    private final TrustAnchors anchors;
    private final Clock clock;
    private final IntakeSettings settings;

    /**
     * @param readers those that are there at the moment
     * @param anchors under which applicants sign, by purpose {@link TrustAnchors#APPLICANT} unless set otherwise
     * @param clock what says when a package arrived
     */
    public Checker(
            Supplier<List<PackageReader>> readers,
            XmlSignatures signatures,
            Packages packages,
            Catalogue catalogue,
            TrustAnchors anchors,
            Clock clock,
            IntakeSettings settings) {
        this.readers = readers;
        this.signatures = signatures;
        this.packages = packages;
        this.catalogue = catalogue;
        this.anchors = anchors;
        this.clock = clock;
        this.settings = settings;
    }

    /** All that is wrong with a package, its content included where its signatures are not accepted. */
    public CheckReport check(InputStream in) throws IOException {
        Body body = read(in);
        if (body.tooLarge()) {
            return new CheckReport(
                    "",
                    now(),
                    body.digest(),
                    List.of(),
                    List.of(IntakeCode.TOO_LARGE.at("", settings.packageMaxBytes())),
                    List.of());
        }
        return judge(body, now(), true).report();
    }

    Body read(InputStream in) throws IOException {
        return Body.read(in, settings.packageMaxBytes());
    }

    /** To the millisecond, so that what is stored and what is told are the same. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Judges stage by stage; each tells all of its faults.
     *
     * @param goOn whether to look at the content of a document whose signatures are not accepted
     */
    Verdict judge(Body body, Instant at, boolean goOn) {
        Examination examination = new Examination(body, at, goOn);
        examination.run();
        return new Verdict(
                examination.format,
                at,
                body.digest(),
                examination.documents,
                examination.faults.all(),
                examination.content,
                examination.plan);
    }

    /** One package on its way through the stages. */
    private final class Examination {

        private final Body body;
        private final Instant at;
        private final boolean goOn;
        private final Faults faults = new Faults();
        private final List<DocumentVerdict> documents = new ArrayList<>();
        private String format = "";
        private Optional<ApplicationPackage> content = Optional.empty();
        private Optional<Planning.Good> plan = Optional.empty();

        Examination(Body body, Instant at, boolean goOn) {
            this.body = body;
            this.at = at;
            this.goOn = goOn;
        }

        void run() {
            try {
                PackageFiles files = packages.open(body.bytes());
                recognise(files).ifPresent(reader -> {
                    format = reader.format();
                    open(reader, files);
                });
            } catch (PackageRefused e) {
                faults.format(e.fault());
            }
        }

        private Optional<PackageReader> recognise(PackageFiles files) {
            Set<String> missing = new TreeSet<>(settings.formats());
            for (PackageReader reader : readers.get()) {
                if (settings.formats().contains(reader.format())) {
                    if (reader.recognises(files)) {
                        return Optional.of(reader);
                    }
                    missing.remove(reader.format());
                }
            }
            faults.add(
                    missing.isEmpty()
                            ? IntakeCode.UNKNOWN_FORMAT.at("", String.join(", ", settings.formats()))
                            : IntakeCode.READER_MISSING.at("", String.join(", ", missing)));
            return Optional.empty();
        }

        private void open(PackageReader reader, PackageFiles files) {
            Opening opening = reader.open(files);
            if (opening instanceof Opening.Bad bad) {
                bad.faults().forEach(faults::format);
            } else if (opening instanceof Opening.Good good) {
                List<VerifiedDocument> verified = verify(good.documents());
                if (verified.size() == good.documents().size()) {
                    read(reader, files, verified);
                }
            }
        }

        /** As many as were given, unless the stages end here. */
        private List<VerifiedDocument> verify(List<SignedDocument> signed) {
            Set<X509Certificate> trusted = anchors.anchors(settings.anchorsPurpose());
            List<VerifiedDocument> verified = new ArrayList<>();
            for (SignedDocument document : signed) {
                XmlVerdict verdict = signatures.verify(document.bytes(), policy(document, trusted), at);
                documents.add(new DocumentVerdict(document.place(), verdict.signatures()));
                if (verdict.accepted()) {
                    verified.add(new VerifiedDocument(document.place(), verdict.verified()));
                } else {
                    verdict.faults().forEach(fault -> faults.trust(document.place(), fault));
                    verdict.signatures()
                            .forEach(signature ->
                                    signature.faults().forEach(fault -> faults.trust(document.place(), fault)));
                    if (goOn) {
                        UnverifiedDocument.look(document).ifPresent(verified::add);
                    }
                }
            }
            return verified;
        }

        private void read(PackageReader reader, PackageFiles files, List<VerifiedDocument> verified) {
            Reading reading = reader.read(files, verified);
            if (reading instanceof Reading.Bad bad) {
                bad.faults().forEach(faults::format);
            } else if (reading instanceof Reading.Good good) {
                content = Optional.of(good.content());
                plan(good.content());
            }
        }

        private void plan(ApplicationPackage read) {
            Planning planning = catalogue.plan(read, LocalDate.ofInstant(at, JAPAN));
            if (planning instanceof Planning.Bad bad) {
                bad.faults().forEach(faults::rule);
            } else if (planning instanceof Planning.Good good) {
                if (good.filings().size() > FilingKey.MAX_SEQUENCE) {
                    faults.add(IntakeCode.TOO_MANY_FILINGS.at("", FilingKey.MAX_SEQUENCE));
                } else {
                    plan = Optional.of(good);
                }
            }
        }
    }

    private static Policy policy(SignedDocument document, Set<X509Certificate> trusted) {
        return new Policy(
                document.root(),
                Set.copyOf(document.signed()),
                document.idAttribute(),
                trusted,
                document.files(),
                Set.copyOf(document.filesSigned()));
    }
}
