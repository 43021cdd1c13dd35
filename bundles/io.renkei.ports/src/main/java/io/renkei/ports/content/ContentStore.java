package io.renkei.ports.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Encrypted bodies. Safe for use by several threads. */
@ProviderType
public interface ContentStore {

    /**
     * Streams a body into the store while hashing and encrypting it; no more than a chunk of 1 MiB is held in memory.
     * When this returns, the body is durable, at power loss too. A body that no committed row refers to is swept after
     * a day.
     *
     * @param caseKey the key of the case that the body belongs to
     * @param limit the most bytes to take
     * @throws ContentTooLarge if the body has more bytes than the limit
     * @throws IOException if the body cannot be read or the store cannot keep it
     */
    ContentRef store(CaseKeyId caseKey, InputStream body, long limit) throws IOException;

    /**
     * Stages the first body of a new case, with a key of its own.
     *
     * @param limit the most bytes to take
     * @throws ContentTooLarge if the body has more bytes than the limit
     * @throws IOException if the body cannot be read or the store cannot keep it
     */
    StagedContent stage(InputStream body, long limit) throws IOException;

    /**
     * Opens a body for reading. Each chunk is authenticated before its first byte is handed on, and a missing, moved or
     * shortened chunk is an error.
     *
     * @throws IOException if there is no such body, its key was destroyed, or its bytes were changed
     */
    InputStream open(UUID id) throws IOException;

    /** Makes the key of a new case, wrapped by the master key. */
    CaseKeyId newCaseKey();

    /** Erases a case: its key is destroyed and its bodies can never be read again. Repeating it does nothing. */
    void destroyCaseKey(CaseKeyId caseKey);

    /**
     * Removes a body at once that was stored and that no row refers to. Repeating it does nothing.
     *
     * @throws io.renkei.ports.state.StateUnavailable if the database cannot be had: it is swept after a day
     */
    void discard(UUID id);

    /** Removes bodies older than a day that nothing refers to; returns how many. */
    int sweepOrphans(int limit);

    /** Names the key of a case. */
    record CaseKeyId(UUID id) {}
}
