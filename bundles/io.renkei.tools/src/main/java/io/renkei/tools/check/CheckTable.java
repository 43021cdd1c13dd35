package io.renkei.tools.check;

import io.renkei.api.spi.OfficialDocumentReader.Facts;
import io.renkei.ports.intake.CheckReport;
import io.renkei.ports.intake.Fault;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.Timestamps;
import io.renkei.ports.trust.TrustFault;
import io.renkei.tools.text.Columns;
import io.renkei.tools.text.Paint;
import java.io.PrintStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a verdict to a person. */
final class CheckTable {

    private static final String INDENT = "  ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'JST'").withZone(ZoneId.of("Asia/Tokyo"));
    private static final int SHORT = 16;

    private final PrintStream out;
    private final Paint paint;
    private final boolean anchored;

    /** @param anchored whether any trusted root was given */
    CheckTable(PrintStream out, Paint paint, boolean anchored) {
        this.out = out;
        this.paint = paint;
        this.anchored = anchored;
    }

    void print(Told told) {
        if (told instanceof Told.OfPackage of) {
            print(of);
        } else if (told instanceof Told.OfDocument of) {
            print(of.verdict());
        } else if (told instanceof Told.OfEvidence of) {
            print(of.verdict());
        }
    }

    private void print(EvidenceVerdict verdict) {
        heading("evidence", "ASiC-E 証拠", verdict.at());
        title("seal of the gateway");
        Columns seal = new Columns();
        signature(seal, "META-INF/signature.p7s", verdict.seal());
        seal.print(out, INDENT);
        title("sealed files");
        Columns files = new Columns();
        verdict.files()
                .forEach((name, good) -> files.row(name, paint.goodOrBad(good, good ? "as sealed" : "NOT AS SEALED")));
        files.print(out, INDENT);
        title("time line");
        boolean good = verdict.timeLine().good();
        if (verdict.hasTimeLine()) {
            out.println(INDENT + verdict.timeLine().rows() + " rows, "
                    + paint.goodOrBad(good, good ? "chain unbroken" : "CHAIN BROKEN"));
        } else {
            out.println(INDENT + "none: it concerns no filing");
        }
        title("journal root");
        verdict.root()
                .ifPresentOrElse(
                        this::root, () -> out.println(INDENT + "none: the time line was not sealed into a root yet"));
        faults(Stream.concat(
                        verdict.seal().faults().stream(),
                        verdict.root().flatMap(RootVerdict::timestamp).stream()
                                .flatMap(timestamp -> timestamp.signature().faults().stream()))
                .map(CheckTable::fault)
                .toList());
        verdict.document().ifPresent(document -> {
            out.println();
            signed(document);
        });
        if (verdict.isUnsealed()) {
            out.println();
            out.println(paint.bad("The message itself has no seal")
                    + " (署名なし): it is the word of the server in notice.json.");
        }
        verdict.absent().ifPresent(digest -> {
            out.println();
            out.println(
                    "The document is not in the container (期限経過): its time was over. Its SHA-256 is " + digest.hex());
        });
        end(verdict.good(), said(verdict));
    }

    private static String said(EvidenceVerdict verdict) {
        if (verdict.isUnsealed()) {
            return "The gateway's seal and every file are good. This is no official document.";
        }
        boolean stamped = verdict.root().flatMap(RootVerdict::timestamp).isPresent();
        return "The seal, every file, the time line" + (verdict.root().isPresent() ? ", the journal root" : "")
                + (stamped ? ", its timestamp" : "")
                + (verdict.absent().isPresent()
                        ? " are good. Whoever has a copy of the document compares its SHA-256."
                        : " and the document are good.")
                + (stamped ? "" : " No timestamp: the times are the gateway's word.");
    }

    private void root(RootVerdict root) {
        long younger = root.rows() - root.sealedRows();
        new Columns()
                .row("batch", Long.toString(root.batch()))
                .row("sealed", TIME.format(root.sealedAt()) + " (the gateway's word)")
                .row(
                        "rows",
                        "1 to " + root.sealedRows() + ", "
                                + paint.goodOrBad(root.leaf(), root.leaf() ? "as sealed" : "NOT AS SEALED")
                                + (younger > 0 ? "; the " + younger + " younger are not sealed yet" : ""))
                .row("document", document(root.document()))
                .row("path", paint.goodOrBad(root.path(), root.path() ? "leads to the root" : "LEADS NOT TO THE ROOT"))
                .row("seal", word(root.statement() && root.seal().accepted()))
                .row("timestamp", root.timestamp().map(this::timestamp).orElse("none"))
                .print(out, INDENT);
    }

    private String document(RootVerdict.Covered covered) {
        return switch (covered) {
            case SEALED -> paint.good("named in a sealed row");
            case NOT_SEALED_YET -> "named in a row that is not sealed yet: ask for the evidence again in a minute";
            case NOWHERE -> paint.bad("IN NO ROW");
        };
    }

    private String timestamp(Timestamps.Verdict timestamp) {
        return timestamp.at().map(TIME::format).orElse("-")
                + timestamp
                        .accuracy()
                        .map(accuracy -> " ± " + accuracy.toMillis() + " ms")
                        .orElse("")
                + ", core " + word(timestamp.signature().coreValid())
                + ", path " + word(timestamp.signature().pathValid());
    }

    private void print(Told.OfPackage of) {
        CheckReport report = of.report();
        heading("package", report.format().isEmpty() ? "unknown format" : report.format(), report.at());
        title("signatures");
        Columns signatures = new Columns();
        report.signatures()
                .forEach(document ->
                        document.signatures().forEach(signature -> signature(signatures, document.place(), signature)));
        signatures.print(out, INDENT);
        if (!report.filings().isEmpty()) {
            title("filings");
            Columns filings = new Columns();
            report.filings()
                    .forEach(filing -> filings.row(
                            filing.procedure().value(),
                            of.catalogue().procedureName(filing.procedure()).orElse(""),
                            filing.destination().value(),
                            of.catalogue().destinationName(filing.destination()).orElse("")));
            filings.print(out, INDENT);
        }
        faults(report.faults());
        end(report.good(), "The gateway would accept this package.");
    }

    private void print(OfficialVerdict verdict) {
        signed(verdict);
        end(verdict.good(), "The signature and the signed part are good.");
    }

    private void signed(OfficialVerdict verdict) {
        heading("official document", "公文書", verdict.at());
        title("signatures");
        Columns signatures = new Columns();
        verdict.signatures().signatures().forEach(signature -> signature(signatures, "", signature));
        signatures.print(out, INDENT);
        for (SignatureVerdict signature : verdict.signatures().signatures()) {
            signature
                    .signerFingerprint()
                    .flatMap(verdict.signers()::certificate)
                    .ifPresent(this::signer);
        }
        title("signed part");
        out.println(INDENT + verdict.signed().stream().map(CheckTable::local).collect(Collectors.joining(", "))
                + "; the rest (such as FRONT) is not signed and not believed");
        verdict.facts().ifPresent(this::facts);
        faults(Stream.concat(
                        verdict.signatures().faults().stream(),
                        verdict.signatures().signatures().stream().flatMap(each -> each.faults().stream()))
                .map(CheckTable::fault)
                .toList());
        if (verdict.signatures().accepted() && verdict.facts().isEmpty()) {
            out.println(paint.bad("The signed part does not tell number, title, day and filing (or receipt number)."));
        }
    }

    private void signer(X509Certificate certificate) {
        title("signer");
        new Columns()
                .row("subject", certificate.getSubjectX500Principal().getName())
                .row("issuer", certificate.getIssuerX500Principal().getName())
                .row("serial", certificate.getSerialNumber().toString(SHORT))
                .row(
                        "valid",
                        TIME.format(certificate.getNotBefore().toInstant()) + " to "
                                + TIME.format(certificate.getNotAfter().toInstant()))
                .print(out, INDENT);
    }

    private void facts(Facts facts) {
        title("content");
        new Columns()
                .row("number", facts.noticeId())
                .row("title", facts.title())
                .row("issued", facts.issuedOn().toString())
                .row("filing", facts.filing().map(Object::toString).orElse("-"))
                .row("receipt number", facts.receiptNumber().orElse("-"))
                .row("closes", facts.closes() ? "yes (手続終了)" : "no")
                .print(out, INDENT);
    }

    private void signature(Columns columns, String place, SignatureVerdict signature) {
        columns.row(
                signature.id(),
                place.isEmpty() ? "document" : place,
                "core " + word(signature.coreValid()),
                "path " + word(signature.pathValid()),
                "revocation "
                        + signature.revocation().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                signature
                        .signerFingerprint()
                        .map(print -> "signer " + print.substring(0, SHORT) + "…")
                        .orElse("signer unknown"));
    }

    private void faults(List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        title("faults");
        for (Fault fault : faults) {
            out.println(INDENT + paint.bad(fault.code()) + INDENT + paint.dim(fault.place()));
            out.println(INDENT + INDENT + fault.sentence());
            out.println(INDENT + INDENT + fault.sentenceJa());
        }
    }

    private void end(boolean good, String sentence) {
        if (!anchored) {
            out.println();
            out.println(CheckCommand.NO_ANCHOR);
        }
        out.println();
        out.println(good ? paint.good("good") + INDENT + sentence : paint.bad("bad") + INDENT + "See above.");
    }

    private void heading(String kind, String format, Instant at) {
        out.println(paint.bold(kind) + INDENT + format + INDENT + paint.dim("judged for " + TIME.format(at)));
    }

    private void title(String title) {
        out.println();
        out.println(paint.bold(title));
    }

    private String word(boolean valid) {
        return paint.goodOrBad(valid, valid ? "valid" : "NOT VALID");
    }

    private static Fault fault(TrustFault fault) {
        return new Fault(fault.code(), fault.place(), fault.sentence(), fault.sentenceJa());
    }

    private static String local(String name) {
        return Optional.of(name.indexOf('}'))
                .map(end -> name.substring(end + 1))
                .orElse(name);
    }
}
