package io.renkei.tools.client;

import io.renkei.tools.client.KeptConnection.Reply;
import io.renkei.tools.sample.SignedPackages.Signed;
import java.io.IOException;

/** One submission by the REST door. */
public final class Submission {

    private static final String PATH = "/v1/applications";

    private Submission() {}

    /** Sends it; the answer to a repetition is the first receipt with status 200. */
    public static Reply send(KeptConnection connection, Signed signed) throws IOException {
        return connection.send(
                "POST",
                PATH,
                signed.bytes(),
                "Content-Type",
                "application/xml",
                "Idempotency-Key",
                signed.number().value());
    }

    /** The arrival number of an accepted one. */
    public static String number(Reply reply) throws IOException {
        String location = reply.header("location").orElseThrow(() -> new IOException("a receipt without Location"));
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
