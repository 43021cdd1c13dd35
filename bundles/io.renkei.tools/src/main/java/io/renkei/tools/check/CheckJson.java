package io.renkei.tools.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renkei.ports.intake.CheckReport;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.TrustFault;
import java.util.Locale;

/** Tells a verdict to a program, in the words of the REST door's report. */
final class CheckJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckJson() {}

    static String of(Told told, boolean anchored) {
        ObjectNode json = json(told);
        if (!anchored) {
            json.put("hint", CheckCommand.NO_ANCHOR);
        }
        return json.toPrettyString();
    }

    private static ObjectNode json(Told told) {
        if (told instanceof Told.OfPackage of) {
            return packageReport(of.report());
        }
        return told instanceof Told.OfEvidence of
                ? evidence(of.verdict())
                : document(((Told.OfDocument) told).verdict());
    }

    private static ObjectNode evidence(EvidenceVerdict verdict) {
        ObjectNode json = JSON.createObjectNode()
                .put("kind", "evidence")
                .put("good", verdict.good())
                .put("at", verdict.at().toString())
                .put("sha256", verdict.digest().hex());
        signature(json.putObject("seal"), verdict.seal());
        ObjectNode files = json.putObject("files");
        verdict.files().forEach(files::put);
        json.putObject("time_line")
                .put("rows", verdict.timeLine().rows())
                .put("good", verdict.timeLine().good());
        json.put("unsealed", verdict.isUnsealed());
        verdict.root().ifPresent(root -> root(json.putObject("root"), root));
        verdict.absent().ifPresent(digest -> json.put("document_absent", digest.hex()));
        verdict.document().ifPresent(document -> json.set("document", document(document)));
        return json;
    }

    private static void root(ObjectNode json, RootVerdict root) {
        json.put("batch", root.batch())
                .put("good", root.good())
                .put("sealed_at", root.sealedAt().toString())
                .put("sealed_rows", root.sealedRows())
                .put("rows_not_sealed_yet", root.rows() - root.sealedRows())
                .put("leaf", root.leaf())
                .put("document", root.document().name().toLowerCase(Locale.ROOT))
                .put("path", root.path())
                .put("statement", root.statement());
        signature(json.putObject("seal"), root.seal());
        root.timestamp().ifPresent(timestamp -> {
            ObjectNode stamp = json.putObject("timestamp");
            stamp.put("time", timestamp.at().map(Object::toString).orElse(null));
            timestamp.accuracy().ifPresent(accuracy -> stamp.put("accuracy_millis", accuracy.toMillis()));
            stamp.put("policy", timestamp.policy().orElse(null));
            signature(stamp, timestamp.signature());
        });
    }

    private static ObjectNode packageReport(CheckReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("kind", "package")
                .put("good", report.good())
                .put("format", report.format())
                .put("at", report.at().toString())
                .put("package_sha256", report.packageDigest().hex());
        ArrayNode documents = json.putArray("signatures");
        report.signatures().forEach(document -> {
            ArrayNode signatures =
                    documents.addObject().put("place", document.place()).putArray("signatures");
            document.signatures().forEach(signature -> signature(signatures.addObject(), signature));
        });
        ArrayNode faults = json.putArray("faults");
        report.faults()
                .forEach(fault ->
                        fault(faults.addObject(), fault.code(), fault.place(), fault.sentence(), fault.sentenceJa()));
        ArrayNode filings = json.putArray("filings");
        report.filings()
                .forEach(filing -> filings.addObject()
                        .put("procedure", filing.procedure().value())
                        .put("destination", filing.destination().value()));
        return json;
    }

    private static ObjectNode document(OfficialVerdict verdict) {
        ObjectNode json = JSON.createObjectNode()
                .put("kind", "official-document")
                .put("good", verdict.good())
                .put("at", verdict.at().toString())
                .put("sha256", verdict.digest().hex());
        verdict.signed().forEach(json.putArray("signed")::add);
        ArrayNode signatures = json.putArray("signatures");
        for (SignatureVerdict signature : verdict.signatures().signatures()) {
            ObjectNode one = signature(signatures.addObject(), signature);
            signature
                    .signerFingerprint()
                    .flatMap(verdict.signers()::certificate)
                    .ifPresent(certificate -> one.putObject("signer")
                            .put(
                                    "subject",
                                    certificate.getSubjectX500Principal().getName())
                            .put("issuer", certificate.getIssuerX500Principal().getName())
                            .put("serial", certificate.getSerialNumber().toString(16))
                            .put(
                                    "not_before",
                                    certificate.getNotBefore().toInstant().toString())
                            .put(
                                    "not_after",
                                    certificate.getNotAfter().toInstant().toString()));
        }
        ArrayNode faults = json.putArray("faults");
        verdict.signatures().faults().forEach(fault -> fault(faults.addObject(), fault));
        verdict.facts()
                .ifPresent(facts -> json.putObject("content")
                        .put("number", facts.noticeId())
                        .put("title", facts.title())
                        .put("issued", facts.issuedOn().toString())
                        .put("filing", facts.filing().map(Object::toString).orElse(null))
                        .put("receipt_number", facts.receiptNumber().orElse(null))
                        .put("closes", facts.closes()));
        return json;
    }

    private static ObjectNode signature(ObjectNode json, SignatureVerdict verdict) {
        json.put("id", verdict.id())
                .put("accepted", verdict.accepted())
                .put("core_valid", verdict.coreValid())
                .put("path_valid", verdict.pathValid())
                .put("at", verdict.at().toString())
                .put("revocation", verdict.revocation().name())
                .put("signer_sha256", verdict.signerFingerprint().orElse(null));
        ArrayNode faults = json.putArray("faults");
        verdict.faults().forEach(fault -> fault(faults.addObject(), fault));
        return json;
    }

    private static void fault(ObjectNode json, TrustFault fault) {
        fault(json, fault.code(), fault.place(), fault.sentence(), fault.sentenceJa());
    }

    private static void fault(ObjectNode json, String code, String place, String sentence, String sentenceJa) {
        json.put("code", code).put("place", place).put("detail_en", sentence).put("detail_ja", sentenceJa);
    }
}
