package io.renkei.ports.intake;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the signed receipt says.
 *
 * @param arrived when the last byte of the package arrived
 * @param packageDigest over the package as received
 * @param attachments of each file beside the signed documents, which an e-Gov signature does not cover
 * @param filings what was planned
 */
public record Receipt(
        ArrivalNumber number,
        Instant arrived,
        PartnerId sender,
        SenderNumber senderNumber,
        Sha256 packageDigest,
        List<FileDigest> attachments,
        List<PlannedLine> filings) {

    public Receipt {
        attachments = List.copyOf(attachments);
        filings = List.copyOf(filings);
    }

    /** One file of the package. */
    public record FileDigest(String file, long size, Sha256 digest) {}

    /**
     * One planned filing.
     *
     * @param corrects the filing that it corrects; empty in the receipt of an application
     */
    public record PlannedLine(
            FilingKey filing, ProcedureId procedure, DestinationId destination, Optional<FilingKey> corrects) {

        /** Of an application. */
        public PlannedLine(FilingKey filing, ProcedureId procedure, DestinationId destination) {
            this(filing, procedure, destination, Optional.empty());
        }
    }
}
