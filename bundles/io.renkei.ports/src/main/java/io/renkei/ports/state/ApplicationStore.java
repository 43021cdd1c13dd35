package io.renkei.ports.state;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Applications: accepted once, read often. Safe for use by several threads. */
@ProviderType
public interface ApplicationStore {

    /**
     * Accepts an application: its row, its filings in state Planned, the first row of its hash chain and one outbox row
     * of kind {@link OutboxKind#APPLICATION_ACCEPTED}, in one transaction. Two calls at once with one sender's number:
     * one is admitted, the other sees it as repeated or reused.
     *
     * @throws StateUnavailable if the database cannot be had
     */
    Admission admit(NewApplication application);

    /**
     * What a partner's number was answered with, so that a repetition need not be checked again.
     *
     * @param packageDigest of the content that came now
     * @return {@link Admission.Repeated} with the same content, {@link Admission.NumberReused} with other content, or
     *     empty if the number is new
     */
    Optional<Admission> findBySenderNumber(PartnerId sender, SenderNumber senderNumber, Sha256 packageDigest);

    /** An application as it stands. */
    Optional<ApplicationView> find(ArrivalNumber number);

    /** An application as its sender may see it: another partner's number answers like an unknown one. */
    Optional<ApplicationView> find(PartnerId sender, ArrivalNumber number);

    /**
     * Newest first.
     *
     * @param before list what is older than this number's application; empty to begin
     * @param limit 1 to 100
     */
    List<ApplicationView> list(Optional<ArrivalNumber> before, int limit);

    /** As {@link #list(Optional, int)}, those of one sender only. */
    List<ApplicationView> list(PartnerId sender, Optional<ArrivalNumber> before, int limit);

    /** The signed receipt, byte for byte as the sender got it; another partner's number answers like an unknown one. */
    Optional<byte[]> receipt(PartnerId sender, ArrivalNumber number);

    /** Everything that was written of an application, in the order of its hash chain. */
    List<JournalRow> timeLine(ArrivalNumber number);
}
