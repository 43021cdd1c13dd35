package io.renkei.api.spi;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ReceiptNumber;
import java.util.List;
import java.util.Objects;

/**
 * The filing that a correction or a withdrawal is about.
 *
 * @param filing its key
 * @param receipts what the destination gave it, oldest first; none where the destination refused it at once
 */
public record EarlierFiling(FilingKey filing, List<ReceiptNumber> receipts) {

    public EarlierFiling {
        Objects.requireNonNull(filing, "filing");
        receipts = List.copyOf(receipts);
    }
}
