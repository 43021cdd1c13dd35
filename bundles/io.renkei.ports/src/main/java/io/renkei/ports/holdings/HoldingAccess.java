package io.renkei.ports.holdings;

import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.people.AccountId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A record of one fetch from a service, written before the call goes out.
 *
 * @param link under which consent
 * @param kind as the service listed it; empty text where it was opened without a list
 * @param bundle for which bundle; empty where the person opened this one
 * @param missing why nothing came; empty text otherwise
 * @param judgement empty while the answer is out, and where nothing came
 * @param receipt how the read receipt stands
 */
public record HoldingAccess(
        HoldingAccessId id,
        AccountId account,
        ConsentId link,
        HoldingRef holding,
        String kind,
        Optional<BundleId> bundle,
        Instant asked,
        String missing,
        Optional<Judgement> judgement,
        ReadReceipt receipt) {

    public HoldingAccess {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(holding, "holding");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(missing, "missing");
        Objects.requireNonNull(judgement, "judgement");
        Objects.requireNonNull(receipt, "receipt");
    }

    /** How the read receipt (開封通知) stands. */
    public enum ReadReceipt {
        /** The person has not been given the document. */
        NONE,
        /** The person has it; the service is still to be told. */
        DUE,
        /** The service was told. */
        SENT,
        /** The link ended, the service holds it no more, or could not be told for too long. */
        GIVEN_UP
    }
}
