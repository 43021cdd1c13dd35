package io.renkei.sandbox.internal;

import java.net.URI;
import java.util.Map;

/** A simulator whose ministry pushes its official documents to the gateway. */
interface Pushing {

    /** Whether the official documents of this destination are pushed. */
    boolean covers(String destination);

    /** What is pushed for a submission; the same each time it is asked for. */
    Message message(Ledger.Entry submission);

    /**
     * One push.
     *
     * @param identity the file, without {@code .pem}, of the client identity that it comes from
     * @param to where it goes, relative to the gateway's URL
     */
    record Message(String identity, URI to, String type, Map<String, String> headers, byte[] body) {}
}
