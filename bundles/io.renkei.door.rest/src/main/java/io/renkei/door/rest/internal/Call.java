package io.renkei.door.rest.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.access.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Map;

/**
 * All that a handler learns of a request.
 *
 * @param open the open parts of the path
 * @param query as sent, or null
 * @param headers those that pass, by lower-case name
 * @param hasBody whether a body is announced
 */
record Call(
        Caller caller,
        Map<String, String> open,
        String query,
        Map<String, String> headers,
        boolean hasBody,
        BoundedBody bounded) {

    PartnerId partner() {
        return caller.partner();
    }

    Language language() {
        return Language.of(headers.get(Headers.ACCEPT_LANGUAGE));
    }

    Page page() throws RefusedCall {
        return Page.of(query);
    }

    /** The body, which has at least one byte. */
    InputStream body() throws RefusedCall, IOException {
        PushbackInputStream body = new PushbackInputStream(bounded);
        int first = body.read();
        if (first < 0) {
            throw new RefusedCall(RestCode.BODY_EMPTY);
        }
        body.unread(first);
        return body;
    }

    DestinationId destination() throws RefusedCall {
        try {
            return new DestinationId(open.get("destination"));
        } catch (IllegalArgumentException e) {
            throw new RefusedCall(RestCode.NO_SUCH_DESTINATION, "path destination");
        }
    }

    /** The destination of the path, for which the caller may speak. */
    DestinationId ownDestination() throws RefusedCall {
        DestinationId destination = destination();
        if (!caller.speaksFor(destination)) {
            throw new RefusedCall(RestCode.NOT_ITS_DESTINATION, "path destination");
        }
        return destination;
    }
}
