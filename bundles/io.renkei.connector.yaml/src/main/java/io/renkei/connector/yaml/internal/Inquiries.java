package io.renkei.connector.yaml.internal;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.api.spi.Reconciler.Question;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.StatusReader.Status;
import io.renkei.api.spi.TransientFailure;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The questions about what was sent, as the section {@code inquiry} says. Safe for use by several threads. */
final class Inquiries {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiries.class);
    private static final int LONGEST_WORD = 64;

    private final FileSettings settings;
    private final Inquiry inquiry;
    private final Calls calls;
    private final Clock clock;

    Inquiries(FileSettings settings, Inquiry inquiry, Calls calls, Clock clock) {
        this.settings = settings;
        this.inquiry = inquiry;
        this.calls = calls;
        this.clock = clock;
    }

    /** The time is taken before the question, so that a filing that settles in between is never given up. */
    Finding lookUp(Question question) throws TransientFailure {
        Instant asked = clock.instant();
        Optional<Answer> known = ask(question.filing());
        if (known.isPresent()) {
            List<ReceiptNumber> numbers = Evidence.numbers(inquiry.receipts(), known.get(), settings.destination());
            if (numbers.isEmpty()) {
                throw new TransientFailure(YamlCode.NO_GOOD_ANSWER.code(), null);
            }
            return new Finding.Found(numbers);
        }
        Instant settled =
                question.attempted().plus(settings.lane().totalTimeout()).plus(settings.settle());
        return asked.isBefore(settled) ? new Finding.NotYetKnown() : new Finding.NeverArrived();
    }

    List<Status> statuses(List<Open> filings) throws TransientFailure {
        List<Status> statuses = new ArrayList<>();
        for (Open filing : filings) {
            ask(filing.filing())
                    .flatMap(known -> status(filing.filing(), known))
                    .ifPresent(statuses::add);
        }
        return statuses;
    }

    /** What is known of a filing; empty if the destination says, of this very filing, that it is not known. */
    private Optional<Answer> ask(FilingKey filing) throws TransientFailure {
        Answer answer;
        try {
            answer = calls.get(inquiry.pathOf(filing));
        } catch (IOException e) {
            throw new TransientFailure(YamlCode.UNREACHABLE.code(), e);
        }
        if (inquiry.found().isIn(answer, filing)) {
            return Optional.of(answer);
        }
        if (inquiry.never().filter(never -> never.isIn(answer, filing)).isPresent()) {
            return Optional.empty();
        }
        throw new TransientFailure(YamlCode.NO_GOOD_ANSWER.code(), null);
    }

    private Optional<Status> status(FilingKey filing, Answer known) {
        String word = inquiry.state().map(known::at).orElse("");
        if (word.isEmpty()) {
            return Optional.empty();
        }
        List<FilingEvent> events = inquiry.words().get(word);
        if (events == null) {
            LOG.warn(
                    "{} names a state of {} that its file does not know; it counts as examined",
                    settings.destination(),
                    filing);
            events = Inquiry.EXAMINING;
        }
        String code = events.contains(FilingEvent.REFUSAL_RECEIVED) ? YamlCode.REFUSED.code() : "";
        String raw = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
        return Optional.of(new Status(filing, events, List.of(), raw, code));
    }
}
