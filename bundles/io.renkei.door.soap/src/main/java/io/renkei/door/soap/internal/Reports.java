package io.renkei.door.soap.internal;

import io.renkei.door.soap.internal.applications.CheckResponse;
import io.renkei.door.soap.internal.applications.Fault;
import io.renkei.door.soap.internal.applications.PlannedFiling;
import io.renkei.ports.intake.CheckReport;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.TrustFault;
import java.util.HexFormat;

/** How a verdict on a package looks in a message. */
final class Reports {

    private Reports() {}

    static CheckResponse report(CheckReport report) {
        CheckResponse response = new CheckResponse();
        response.setGood(report.good());
        if (!report.format().isEmpty()) {
            response.setFormat(report.format());
        }
        response.setAt(Views.at(report.at()));
        response.setPackageSha256(Views.bytes(report.packageDigest()));
        for (CheckReport.DocumentVerdict document : report.signatures()) {
            for (SignatureVerdict verdict : document.signatures()) {
                response.getSignature().add(signature(document.place(), verdict));
            }
        }
        for (io.renkei.ports.intake.Fault fault : report.faults()) {
            response.getFault().add(fault(fault.code(), fault.place(), fault.sentence(), fault.sentenceJa()));
        }
        for (CheckReport.PlannedLine line : report.filings()) {
            PlannedFiling filing = new PlannedFiling();
            filing.setProcedure(line.procedure().value());
            filing.setDestination(line.destination().value());
            response.getFiling().add(filing);
        }
        return response;
    }

    private static io.renkei.door.soap.internal.applications.SignatureVerdict signature(
            String place, SignatureVerdict verdict) {
        var signature = new io.renkei.door.soap.internal.applications.SignatureVerdict();
        signature.setPlace(place);
        signature.setId(verdict.id());
        signature.setAccepted(verdict.accepted());
        signature.setCoreValid(verdict.coreValid());
        signature.setPathValid(verdict.pathValid());
        signature.setAt(Views.at(verdict.at()));
        signature.setRevocation(verdict.revocation().name());
        verdict.signerFingerprint().map(HexFormat.of()::parseHex).ifPresent(signature::setSignerSha256);
        for (TrustFault fault : verdict.faults()) {
            signature.getFault().add(fault(fault.code(), fault.place(), fault.sentence(), fault.sentenceJa()));
        }
        return signature;
    }

    private static Fault fault(String code, String place, String sentence, String sentenceJa) {
        Fault fault = new Fault();
        fault.setCode(code);
        fault.setPlace(place);
        fault.setSentence(sentence);
        fault.setSentenceJa(sentenceJa);
        return fault;
    }
}
