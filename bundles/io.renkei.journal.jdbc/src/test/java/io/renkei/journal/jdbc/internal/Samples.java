package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.PlannedFiling;
import io.renkei.ports.state.Transition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Applications to write. */
final class Samples {

    static final DestinationId HELLO_WORK = new DestinationId("hello-work");
    static final PartnerId PARTNER = new PartnerId("partner-one");
    static final Instant ARRIVED = Instant.parse("2026-04-01T00:00:00.123456Z");

    private static final SecureRandom RANDOM = new SecureRandom();

    private Samples() {}

    static ArrivalNumber number() {
        return ArrivalNumber.draw(LocalDate.of(2026, 4, 1), RANDOM);
    }

    static SenderNumber senderNumber() {
        return new SenderNumber(UUID.randomUUID().toString());
    }

    static ContentRef store(ContentStore contents, byte[] body) {
        try {
            return contents.store(contents.newCaseKey(), new ByteArrayInputStream(body), Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StagedContent stage(ContentStore contents, byte[] body) {
        try {
            return contents.stage(new ByteArrayInputStream(body), Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StagedContent stage(ContentStore contents) {
        return stage(contents, "package".getBytes(StandardCharsets.UTF_8));
    }

    static byte[] body(FilingKey key) {
        return ("被保険者 山田太郎 " + key).getBytes(StandardCharsets.UTF_8);
    }

    static NewApplication application(
            ArrivalNumber number, PartnerId sender, SenderNumber senderNumber, StagedContent content, int filings) {
        return new NewApplication(
                number,
                sender,
                senderNumber,
                ARRIVED,
                content.ref().digest(),
                content,
                "hire",
                "portal",
                ("receipt of " + number).getBytes(StandardCharsets.UTF_8),
                IntStream.rangeClosed(1, filings)
                        .mapToObj(i -> new FilingKey(number, i))
                        .map(key -> new PlannedFiling(key, new ProcedureId("12"), HELLO_WORK, body(key)))
                        .toList());
    }

    static NewApplication application(ContentStore contents, int filings) {
        return application(number(), PARTNER, senderNumber(), stage(contents), filings);
    }

    static NewApplication withDigest(NewApplication of, Sha256 digest) {
        return new NewApplication(
                of.number(),
                of.sender(),
                of.senderNumber(),
                of.arrived(),
                digest,
                of.packageContent(),
                of.lifeEvent(),
                of.format(),
                of.receipt(),
                of.filings());
    }

    /** An admitted application with one filing in state Ready. */
    static FilingView ready(Journal journal) {
        NewApplication application = application(journal.contents(), 1);
        if (!(journal.applications().admit(application) instanceof Admission.Admitted)) {
            throw new IllegalStateException("a fresh application is admitted");
        }
        FilingKey key = application.filings().get(0).key();
        return made(journal.filings(), Change.of(key, 0, FilingEvent.FILLED));
    }

    static FilingView made(FilingStore filings, Change change) {
        return ((Transition.Made) filings.apply(change)).after();
    }

    static Change change(FilingView of, List<FilingEvent> events, List<ReceiptNumber> receipts) {
        return new Change(
                of.key(), of.version(), events, receipts, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Change deferred(FilingView of, Instant until) {
        return new Change(
                of.key(),
                of.version(),
                List.of(FilingEvent.DEFERRED),
                List.of(),
                Optional.of(until),
                Optional.of("HELLOWORK-503"),
                Optional.of("混雑"));
    }

    static ReceiptNumber receipt(String kind, String value) {
        return new ReceiptNumber(HELLO_WORK, kind, value);
    }
}
