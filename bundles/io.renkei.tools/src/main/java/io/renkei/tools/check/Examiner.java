package io.renkei.tools.check;

import io.renkei.api.spi.OfficialDocumentReader;
import io.renkei.api.spi.PackageReader;
import io.renkei.catalogue.internal.LiveCatalogue;
import io.renkei.format.egov.internal.DocumentReader;
import io.renkei.format.egov.internal.EgovReader;
import io.renkei.format.portal.internal.PortalReader;
import io.renkei.format.zip.ZipLimits;
import io.renkei.format.zip.ZipPackages;
import io.renkei.intake.internal.Checker;
import io.renkei.intake.internal.IntakeSettings;
import io.renkei.ports.trust.XmlSignatures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges bytes as the gateway does, by the shipped settings. */
final class Examiner {

    private final Path catalogue;
    private final Set<X509Certificate> anchors;
    private final Optional<Instant> asked;
    private final Instant at;
    private final XmlSignatures verifier = ShippedTrust.verifier();
    private final OfficialDocumentReader documents = new DocumentReader();

    /**
     * @param catalogue the folder of the catalogue's files
     * @param anchors trusted roots; an empty set trusts nobody
     * @param asked the time for which certificate paths and the catalogue's periods are judged; empty: now, and the document
     *     within evidence for the time that its timestamp proves
     */
    Examiner(Path catalogue, Set<X509Certificate> anchors, Optional<Instant> asked, Clock clock) {
        this.catalogue = catalogue;
        this.anchors = Set.copyOf(anchors);
        this.asked = asked;
        this.at = asked.orElseGet(clock::instant);
    }

    /** @throws IllegalArgumentException if the folder holds no catalogue, with all that is wrong with it */
    Told examine(byte[] bytes) throws IOException {
        Optional<OfficialVerdict> official = official(bytes, at);
        if (official.isPresent()) {
            return new Told.OfDocument(official.get());
        }
        Optional<Container> container = Container.read(bytes);
        if (container.isPresent()) {
            return new Told.OfEvidence(EvidenceVerdict.of(bytes, container.get(), anchors, at, this::ofEvidence));
        }
        LiveCatalogue rules = LiveCatalogue.of(catalogue);
        List<PackageReader> readers = List.of(new PortalReader(), new EgovReader());
        Checker checker = new Checker(
                () -> readers,
                verifier,
                new ZipPackages(ZipLimits.DEFAULTS),
                rules,
                purpose -> anchors,
                Clock.fixed(at, ZoneOffset.UTC),
                IntakeSettings.defaults());
        return new Told.OfPackage(checker.check(new ByteArrayInputStream(bytes)), rules);
    }

    private Optional<OfficialVerdict> ofEvidence(byte[] bytes, Optional<Instant> proved) throws IOException {
        return official(bytes, asked.or(() -> proved).orElse(at));
    }

    private Optional<OfficialVerdict> official(byte[] bytes, Instant when) throws IOException {
        return Signers.read(bytes)
                .filter(each -> each.root().equals(documents.root()))
                .map(signers -> OfficialVerdict.of(bytes, signers, documents, verifier, anchors, when));
    }
}
