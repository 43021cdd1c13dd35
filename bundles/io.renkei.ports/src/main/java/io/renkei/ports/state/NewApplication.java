package io.renkei.ports.state;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.StagedContent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A checked application, ready to be accepted.
 *
 * @param number the drawn arrival number
 * @param sender the partner that submitted it
 * @param senderNumber the partner's own number, the key of repetition
 * @param arrived when the last byte of the package arrived
 * @param packageDigest over the package as received
 * @param packageContent the encrypted package, kept by the same transaction
 * @param lifeEvent as the catalogue names it, or empty text
 * @param format which reader took it
 * @param receipt the signed receipt, byte for byte as the sender gets it now and at each repetition
 * @param filings what the catalogue plans for it, at least one, all of this application
 */
public record NewApplication(
        ArrivalNumber number,
        PartnerId sender,
        SenderNumber senderNumber,
        Instant arrived,
        Sha256 packageDigest,
        StagedContent packageContent,
        String lifeEvent,
        String format,
        byte[] receipt,
        List<PlannedFiling> filings) {

    public NewApplication {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(senderNumber, "senderNumber");
        Objects.requireNonNull(arrived, "arrived");
        Objects.requireNonNull(packageDigest, "packageDigest");
        Objects.requireNonNull(packageContent, "packageContent");
        Objects.requireNonNull(lifeEvent, "lifeEvent");
        Objects.requireNonNull(format, "format");
        receipt = receipt.clone();
        filings = List.copyOf(filings);
        if (filings.isEmpty()) {
            throw new IllegalArgumentException("an application has at least one filing");
        }
        for (PlannedFiling filing : filings) {
            if (!filing.key().application().equals(number)) {
                throw new IllegalArgumentException("filing " + filing.key() + " belongs to another application");
            }
        }
    }

    @Override
    public byte[] receipt() {
        return receipt.clone();
    }

    @Override
    public String toString() {
        return "NewApplication[" + number + "]";
    }
}
