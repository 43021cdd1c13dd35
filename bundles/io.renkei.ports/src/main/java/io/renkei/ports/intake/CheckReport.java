package io.renkei.ports.intake;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.trust.SignatureVerdict;
import java.time.Instant;
import java.util.List;

/**
 * The verdict of a dry run.
 *
 * @param format which reader knows the package, or empty text
 * @param at the time for which certificate paths were judged
 * @param packageDigest over the bytes as received
 * @param signatures the verdict on each signature, by document and in order
 * @param faults all that is wrong; empty means that a submission would be accepted
 * @param filings what would be planned
 */
public record CheckReport(
        String format,
        Instant at,
        Sha256 packageDigest,
        List<DocumentVerdict> signatures,
        List<Fault> faults,
        List<PlannedLine> filings) {

    public CheckReport {
        signatures = List.copyOf(signatures);
        faults = List.copyOf(faults);
        filings = List.copyOf(filings);
    }

    public boolean good() {
        return faults.isEmpty();
    }

    /** The signatures of one document. */
    public record DocumentVerdict(String place, List<SignatureVerdict> signatures) {
        public DocumentVerdict {
            signatures = List.copyOf(signatures);
        }
    }

    /** A filing that would be planned. */
    public record PlannedLine(ProcedureId procedure, DestinationId destination) {}
}
