package io.renkei.companystore.internal;

import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.content.ContentTooLarge;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.submissions.DataObject;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what arrives until all of it was compared with what was recorded: a small object in memory, a larger one in the
 * content store, encrypted under the key of its submission, until the body is closed. Never more than the recorded size is
 * kept. Safe for use by several threads.
 */
final class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    /** The largest object that stays in memory, in bytes. */
    static final int IN_MEMORY = 256 * 1024;

    private final ContentStore contents;

    Spool(ContentStore contents) {
        this.contents = contents;
    }

    /**
     * @param caseKey of the submission
     * @return the object, or empty if it is another one
     * @throws IOException if it cannot be read or kept
     */
    Optional<InputStream> same(InputStream arriving, CaseKeyId caseKey, DataObject recorded) throws IOException {
        return recorded.size() <= IN_MEMORY ? inMemory(arriving, recorded) : inStore(arriving, caseKey, recorded);
    }

    private static Optional<InputStream> inMemory(InputStream arriving, DataObject recorded) throws IOException {
        byte[] bytes = arriving.readNBytes((int) recorded.size() + 1);
        boolean same = bytes.length == recorded.size() && Sha256.of(bytes).equals(recorded.digest());
        return same ? Optional.of(new ByteArrayInputStream(bytes)) : Optional.empty();
    }

    private Optional<InputStream> inStore(InputStream arriving, CaseKeyId caseKey, DataObject recorded)
            throws IOException {
        ContentRef ref;
        try {
            ref = contents.store(caseKey, arriving, recorded.size());
        } catch (ContentTooLarge e) {
            return Optional.empty();
        }
        boolean same = false;
        try {
            same = ref.size() == recorded.size() && ref.digest().equals(recorded.digest());
            return same ? Optional.of(new Copy(contents.open(ref.id()), ref.id())) : Optional.empty();
        } finally {
            if (!same) {
                forget(ref.id());
            }
        }
    }

    private void forget(UUID copy) {
        try {
            contents.discard(copy);
        } catch (StateUnavailable e) {
            LOG.warn("{} ({})", StoreCode.NOT_FORGOTTEN.line(), e.getMessage());
        }
    }

    /** Gone once it was closed. */
    private final class Copy extends FilterInputStream {

        private final UUID id;

        Copy(InputStream stored, UUID id) {
            super(stored);
            this.id = id;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                forget(id);
            }
        }
    }
}
