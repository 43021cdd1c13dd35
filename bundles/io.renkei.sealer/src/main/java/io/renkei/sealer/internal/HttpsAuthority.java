package io.renkei.sealer.internal;

import io.renkei.ports.outgoing.HttpsCaller;
import io.renkei.ports.trust.Timestamps;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** RFC 3161 over HTTP (section 3.4), at one address and at no other. */
final class HttpsAuthority implements TimestampAuthority {

    /** Tokens with their certificates have some kilobytes. */
    private static final int MOST_BYTES = 1 << 16;

    private final URI address;
    private final HttpsCaller caller;

    HttpsAuthority(URI address, HttpsCaller caller) {
        this.address = address;
        this.caller = caller;
    }

    @Override
    public Reply ask(byte[] request) {
        HttpRequest.Builder post = HttpRequest.newBuilder(address)
                .header("Content-Type", Timestamps.QUERY)
                .header("Accept", Timestamps.REPLY)
                .POST(BodyPublishers.ofByteArray(request));
        try {
            HttpsCaller.Read<byte[]> read = caller.read(post, HttpsAuthority::bounded);
            return read.value().map(Reply::of).orElseGet(() -> Reply.none(why(read.answer())));
        } catch (IOException e) {
            throw new UncheckedIOException("the bounded reader fails for no reason of its own", e);
        }
    }

    /** One byte more than is allowed shows that it is too long: the verifier refuses it. */
    private static byte[] bounded(InputStream body) throws IOException {
        return body.readNBytes(MOST_BYTES + 1);
    }

    private static String why(HttpsCaller.Answer answer) {
        return answer.status() == 0 || answer.isGood()
                ? answer.failure()
                        .map(failure -> "no answer: " + failure.getClass().getSimpleName())
                        .orElse("no answer")
                : "status " + answer.status();
    }

    @Override
    public void giveUp() {
        caller.giveUp();
    }
}
