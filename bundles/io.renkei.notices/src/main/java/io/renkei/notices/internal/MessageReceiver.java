package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.ReceiveMessage;
import io.renkei.ports.notices.ReceiveNotice.Taken;
import io.renkei.ports.notices.UnsealedMessage;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingView;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages that carry no seal. No judge ever sees them: what they say is shown as the word of the server that they were
 * fetched from, and moves no filing.
 */
final class MessageReceiver implements ReceiveMessage {

    private static final Logger LOG = LoggerFactory.getLogger(MessageReceiver.class);

    private final MessageStore messages;
    private final NoticeStore notices;
    private final FilingStore filings;
    private final ContentStore contents;
    private final Periods periods;
    private final Predicate<DestinationId> allowed;
    private final LongSupplier maxBytes;
    private final Clock clock;

    MessageReceiver(
            MessageStore messages,
            NoticeStore notices,
            FilingStore filings,
            ContentStore contents,
            Periods periods,
            Predicate<DestinationId> allowed,
            LongSupplier maxBytes,
            Clock clock) {
        this.messages = messages;
        this.notices = notices;
        this.filings = filings;
        this.contents = contents;
        this.periods = periods;
        this.allowed = allowed;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    @Override
    public boolean isAllowed(DestinationId from) {
        return allowed.test(from);
    }

    @Override
    public Optional<Taken> receive(DestinationId from, UnsealedMessage message, InputStream body) throws IOException {
        if (!isAllowed(from)) {
            return Optional.empty();
        }
        StagedContent staged = contents.stage(body, maxBytes.getAsLong());
        UnsealedMessage known = message.about(filing(from, message));
        Instant now = clock.instant();
        Taken taken = messages.keep(from, known, staged, window(from, known, now), now);
        if (!taken.repeated()) {
            LOG.info(
                    "Message {} without a seal came from {}{}.",
                    taken.id(),
                    from,
                    known.filing().map(key -> ", filing " + key).orElse(""));
        }
        return Optional.of(taken);
    }

    /** One of this destination's. Where name and number lead to two, neither is believed. */
    private Optional<FilingKey> filing(DestinationId from, UnsealedMessage message) {
        Optional<FilingKey> named = message.filing()
                .flatMap(filings::find)
                .filter(filing -> filing.destination().equals(from))
                .map(FilingView::key);
        Optional<FilingKey> numbered = message.receiptNumber().flatMap(number -> notices.filingByReceipt(from, number));
        if (named.isPresent() && numbered.isPresent() && !named.equals(numbered)) {
            NoticesCode code = NoticesCode.TWO_FILINGS;
            LOG.warn("{}: {} Destination: {}", code.code(), code.sentence(), from);
            return Optional.empty();
        }
        return named.or(() -> numbered);
    }

    /** Never shorter than at its destination. */
    private Optional<Window> window(DestinationId from, UnsealedMessage message, Instant now) {
        return periods.window(from, now)
                .map(usual -> message.keptUntil()
                        .filter(end -> end.isAfter(usual.until()))
                        .map(end -> periods.until(from, end))
                        .orElse(usual));
    }
}
