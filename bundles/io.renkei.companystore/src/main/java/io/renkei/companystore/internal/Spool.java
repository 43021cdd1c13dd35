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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what arrives until all of it was compared with what was recorded: a small object in memory, a larger one in the
 * content store, encrypted under a key of its own that is destroyed when the body is closed. Never more than the recorded
 * size is read. Safe for use by several threads.
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
     * @return the object, or empty if it is another one
     * @throws IOException if it cannot be read or kept
     */
    Optional<InputStream> same(InputStream arriving, DataObject recorded) throws IOException {
        return recorded.size() <= IN_MEMORY ? inMemory(arriving, recorded) : inStore(arriving, recorded);
    }

    private static Optional<InputStream> inMemory(InputStream arriving, DataObject recorded) throws IOException {
        byte[] bytes = arriving.readNBytes((int) recorded.size() + 1);
        boolean same = bytes.length == recorded.size() && Sha256.of(bytes).equals(recorded.digest());
        return same ? Optional.of(new ByteArrayInputStream(bytes)) : Optional.empty();
    }

    private Optional<InputStream> inStore(InputStream arriving, DataObject recorded) throws IOException {
        CaseKeyId key = contents.newCaseKey();
        boolean kept = false;
        try {
            ContentRef ref = contents.store(key, arriving, recorded.size());
            kept = ref.size() == recorded.size() && ref.digest().equals(recorded.digest());
            return kept ? Optional.of(new Copy(contents.open(ref.id()), key)) : Optional.empty();
        } catch (ContentTooLarge e) {
            return Optional.empty();
        } finally {
            if (!kept) {
                forget(key);
            }
        }
    }

    private void forget(CaseKeyId key) {
        try {
            contents.destroyCaseKey(key);
        } catch (StateUnavailable e) {
            LOG.warn("{} ({})", StoreCode.NOT_FORGOTTEN.line(), e.getMessage());
        }
    }

    /** Nobody can read it again once it was closed. */
    private final class Copy extends FilterInputStream {

        private final CaseKeyId key;

        Copy(InputStream stored, CaseKeyId key) {
            super(stored);
            this.key = key;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                forget(key);
            }
        }
    }
}
