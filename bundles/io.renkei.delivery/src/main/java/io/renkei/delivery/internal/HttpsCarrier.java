package io.renkei.delivery.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.outgoing.HttpsCaller;
import io.renkei.ports.outgoing.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Optional;

/** Posts the document, as it was received, to one address and to no other, under a seal. */
final class HttpsCarrier implements Carrier {

    /** Where the detached JWS (RFC 7515, appendix F) stands. */
    static final String SEAL = "Renkei-Signature";

    static final String SEAL_TYPE = "renkei-delivery+jws";

    private final Way way;
    private final URI address;
    private final HttpsCaller caller;
    private final ContentStore contents;
    private final Sealer sealer;
    private final Clock clock;

    HttpsCarrier(Way way, URI address, HttpsCaller caller, ContentStore contents, Sealer sealer, Clock clock) {
        this.way = way;
        this.address = address;
        this.caller = caller;
        this.contents = contents;
        this.sealer = sealer;
        this.clock = clock;
    }

    @Override
    public Outcome carry(NoticeView notice) throws IOException {
        try (DocumentStream document =
                new DocumentStream(contents.open(notice.content().id()))) {
            Letter letter = new Letter(notice, document.kind());
            HttpRequest.Builder request = way.request(address, notice.id(), body(document, notice));
            letter.headers().forEach(request::header);
            request.header(SEAL, sealer.sealDetached(SEAL_TYPE, letter.sealed()));
            HttpsCaller.Answer answer = caller.call(request);
            if (answer.status() == 0) {
                document.requireRead();
            }
            return outcome(answer, way.reference(address, notice.id()));
        }
    }

    private static BodyPublisher body(DocumentStream document, NoticeView notice) {
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> document), notice.content().size());
    }

    private Outcome outcome(HttpsCaller.Answer answer, String reference) {
        if (answer.status() == 0) {
            String what = answer.failure()
                    .map(failure -> failure.getClass().getSimpleName())
                    .orElse("");
            return new Outcome.Later("there was no answer (" + what + ")", Optional.empty());
        }
        return Outcome.of(
                answer.status(),
                reference,
                answer.retryAfter().flatMap(header -> RetryAfter.of(header, clock.instant())));
    }

    @Override
    public void giveUp() {
        caller.giveUp();
    }
}
