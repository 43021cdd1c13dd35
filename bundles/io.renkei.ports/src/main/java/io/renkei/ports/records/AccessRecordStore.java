package io.renkei.ports.records;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** The records with what the kernel alone may do to them. Safe for use by several threads and several nodes. */
@ProviderType
public interface AccessRecordStore extends AccessRecords {

    /**
     * Removes records whose years are over, the oldest first.
     *
     * @param before of records that were asked before
     * @param limit 1 to 1000
     * @return how many; less than the limit if no more are left
     */
    int removeBefore(Instant before, int limit);
}
