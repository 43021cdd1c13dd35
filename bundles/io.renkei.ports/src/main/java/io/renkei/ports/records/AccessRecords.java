package io.renkei.ports.records;

import io.renkei.ports.people.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Access records. None is ever changed but by its answer, and none is removed before the configured years are over (seven by default,
 * 番号法23条). Safe for use by several threads and several nodes. Every method throws {@link io.renkei.ports.state.StateUnavailable} if the
 * database cannot be had.
 */
@ProviderType
public interface AccessRecords {

    /**
     * Written before the call goes out; one that is there already stays as it is. A release, which has no answer to wait for, comes
     * with its answer.
     *
     * @param records 1000 at most, each about an item or a certificate
     */
    void asked(List<AccessRecord> records);

    /** The answer to each of these, in one step; the first one counts, and of a record that is not there nothing is written. */
    void answered(List<AccessRecordId> ids, AccessRecord.Answer answer, boolean undisclosed, Instant at);

    /**
     * About this person, newest first. An undisclosed entry stands there without what it is about.
     *
     * @param before the last one of the page before
     * @param limit 1 to 100
     */
    List<AccessRecord> list(AccountId principal, Optional<AccessRecordId> before, int limit);
}
