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
 * @param item empty where it is about a certificate, and in an undisclosed entry as the person gets it
 * @param certificate the deduction certificate that was released; empty where it is about an item
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
        Optional<Certificate> certificate,
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
        Objects.requireNonNull(certificate, "certificate");
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
        this(
                id,
                principal,
                by,
                requester,
                Optional.of(item),
                Optional.empty(),
                agency,
                asked,
                answered,
                answer,
                undisclosed);
    }

    /** Whether it says what it is about, and says it once. */
    public boolean isAboutOneThing() {
        return item.isPresent() != certificate.isPresent();
    }

    /**
     * What is recorded of a deduction certificate.
     *
     * @param kind such as {@code TEG800}
     */
    public record Certificate(String kind, int year) {
        public Certificate {
            Objects.requireNonNull(kind, "kind");
        }
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
