package io.renkei.ports.records;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An access record.
 *
 * @param by who was signed in
 * @param item empty only in an undisclosed entry as the person gets it
 * @param agency who holds the data; empty for the release of what was collected to a site, and in an undisclosed entry
 * @param answered empty while the answer is out
 * @param undisclosed whether the law keeps the entry from the person: it is listed as one that is not shown, without its content
 */
public record AccessRecord(
        AccessRecordId id,
        AccountId principal,
        AccountId by,
        Requester requester,
        Optional<SelfInformationNumber> item,
        Optional<DestinationId> agency,
        Instant asked,
        Optional<Instant> answered,
        Answer answer,
        boolean undisclosed) {

    public AccessRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(answered, "answered");
        Objects.requireNonNull(answer, "answer");
    }

    /** About an item that may be told. */
    public AccessRecord(
            AccessRecordId id,
            AccountId principal,
            AccountId by,
            Requester requester,
            SelfInformationNumber item,
            Optional<DestinationId> agency,
            Instant asked,
            Optional<Instant> answered,
            Answer answer,
            boolean undisclosed) {
        this(id, principal, by, requester, Optional.of(item), agency, asked, answered, answer, undisclosed);
    }

    /** What came of it. */
    public enum Answer {
        OPEN,
        FOUND,
        NO_DATA,
        UNDISCLOSED,
        FAILED,
        RELEASED
    }
}
