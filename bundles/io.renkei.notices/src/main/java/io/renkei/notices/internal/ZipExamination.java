package io.renkei.notices.internal;

import io.renkei.api.spi.OfficialDocumentReader.Facts;
import io.renkei.api.spi.PackageFiles;
import io.renkei.notices.internal.Examination.Result;
import io.renkei.ports.packages.PackageRefused;
import io.renkei.ports.packages.Packages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packages: official documents with what belongs to them, and with packages within, one level deep (返戻のお知らせ). Every
 * official document in it has to be good, and all of them are of one filing. What no seal covers is delivered as it came
 * and decides nothing.
 */
final class ZipExamination {

    private static final Logger LOG = LoggerFactory.getLogger(ZipExamination.class);
    private static final int MOST_DEPTH = 2;
    private static final int MOST_PACKAGES = 8;

    private final Packages packages;
    private final XmlExamination xml;
    private final PdfExamination pdf;

    ZipExamination(Packages packages, XmlExamination xml, PdfExamination pdf) {
        this.packages = packages;
        this.xml = xml;
        this.pdf = pdf;
    }

    Result examine(Letter letter) throws IOException {
        Findings findings = new Findings(letter);
        try {
            findings.open(letter.bytes(), 1);
        } catch (PackageRefused e) {
            LOG.warn(
                    "The package is refused: {} {}", e.fault().code(), e.fault().sentence());
            return new Result.Bad(NoticesCode.ZIP_REFUSED);
        }
        return findings.result();
    }

    /** What is found in one package and the packages within. */
    private final class Findings {

        private final Letter letter;
        private final List<Result> documents = new ArrayList<>();
        private final List<Result> pdfs = new ArrayList<>();
        private int opened;
        private boolean beyond;
        private boolean slip;

        Findings(Letter letter) {
            this.letter = letter;
        }

        void open(byte[] zip, int depth) throws IOException, PackageRefused {
            opened++;
            if (depth > MOST_DEPTH || opened > MOST_PACKAGES) {
                beyond = true;
                return;
            }
            PackageFiles files = packages.open(zip);
            for (String name : files.names()) {
                slip |= ReturnSlip.isFile(name);
                look(letter.within(files.bytes(name).orElseThrow()), depth);
            }
        }

        private void look(Letter file, int depth) throws IOException, PackageRefused {
            switch (file.kind()) {
                case XML -> {
                    if (xml.isOfficial(file)) {
                        documents.add(xml.examine(file));
                    }
                }
                case PDF -> {
                    if (pdf.isSigned(file)) {
                        pdfs.add(pdf.examine(file));
                    }
                }
                case ZIP -> open(file.bytes(), depth + 1);
                default -> {}
            }
        }

        Result result() {
            if (beyond) {
                LOG.warn("The package has packages nested deeper, or more of them, than allowed.");
                return new Result.Bad(NoticesCode.ZIP_REFUSED);
            }
            Optional<Result> bad = worst(Result.Bad.class);
            if (bad.isPresent()) {
                return bad.get();
            }
            if (!documents.isEmpty()) {
                return together(documents);
            }
            return pdfs.isEmpty() ? new Result.Bad(NoticesCode.NOTHING_SEALED) : together(pdfs);
        }

        private Optional<Result> worst(Class<? extends Result> kind) {
            List<Result> all = new ArrayList<>(documents);
            all.addAll(pdfs);
            return all.stream().filter(kind::isInstance).findFirst();
        }

        private Result together(List<Result> results) {
            List<Result.Good> good = new ArrayList<>();
            for (Result each : results) {
                if (!(each instanceof Result.Good one)) {
                    return each;
                }
                good.add(one);
            }
            Result.Good first = good.get(0);
            boolean mixed = good.stream().anyMatch(each -> !sameFiling(first.facts(), each.facts()));
            if (mixed) {
                return new Result.Bad(NoticesCode.MIXED);
            }
            if (slip && !ReturnSlip.isNamedBy(first.facts().title())) {
                LOG.warn("A return slip lies in the package and the sealed document does not say so:"
                        + " it is delivered, and its filing stays as it is.");
                return new Result.Good(first.facts(), Effect.NOTHING, first.verification());
            }
            return first;
        }

        private static boolean sameFiling(Facts one, Facts other) {
            return one.filing().equals(other.filing()) && one.receiptNumber().equals(other.receiptNumber());
        }
    }
}
